import type { Asset, BalanceReport, BalanceResult, Decimal } from "@openbalance/normalize";
import { reasonOf } from "../accounts/reason-of.ts";
import type { WantedAccount } from "../config/wanted-account.ts";
import type { AmountFormat } from "./amount-format.ts";
import { rowName } from "./row-name.ts";
import type { Style } from "./style.ts";
import { formatTable, type Cell, type Column } from "./table.ts";
import { notesOf } from "./balance-notes.ts";
import { remedyFor } from "../accounts/remedy.ts";
import { describeSum, type SumRow } from "./sum-rows.ts";

const columns: readonly Column[] = [
  { title: "VENDOR", align: "left" },
  { title: "ACCOUNT", align: "left" },
  { title: "ASSET", align: "left" },
  { title: "TOTAL", align: "decimal" },
  { title: "AVAILABLE", align: "decimal" },
  { title: "HELD", align: "decimal" },
  { title: "DUE", align: "decimal" },
  { title: "NOTES", align: "left" },
];

export interface ReportTableOptions {
  readonly style: Style;
  readonly amounts: AmountFormat;
  /** The accounts of the results, in their order. */
  readonly accounts: readonly WantedAccount[];
  /** Rows below the balances. */
  readonly sums: readonly SumRow[];
}

/** One line for every balance, and one for every account that could not be read. */
export function formatReport(report: BalanceReport, options: ReportTableOptions): string {
  const { accounts, sums, style, amounts } = options;
  const rows = [
    ...report.results.flatMap((result, index) => rowsOf(result, accounts[index], amounts)),
    ...sums.map((sum) => sumCells(sum, amounts, !report.complete)),
  ];
  return formatTable(columns, rows, style, amounts.decimalPoint);
}

function rowsOf(result: BalanceResult, wanted: WantedAccount | undefined, amounts: AmountFormat): Cell[][] {
  const { vendor, ref } = result.account;
  const label: Cell[] = [{ text: vendor }, { text: ref }];
  const remark = (text: string, format: "red" | "yellow"): Cell[] => {
    return [...label, ...Array.from({ length: 5 }, () => ({ text: "" })), { text, format }];
  };
  if (!result.ok) return [remark(describeFailure(result, wanted), "red")];
  const { account, balances, issues, state, spendable } = result.snapshot;
  const { scope = "account" } = account;
  const remarks = [
    ...(state === undefined || state === "active" ? [] : [state]),
    ...(spendable === false ? ["the vendor says that calls are refused"] : []),
    ...(scope === "account" ? [] : [`of one ${scope}, not of the account`]),
    ...issues.map(({ code, path, message }) => `${code}: ${path} ${message}`),
  ];
  if (balances.length === 0) return [remark(["no balances", ...remarks].join("; "), "yellow")];
  return balances.map((balance, index) => {
    const own = index === 0 ? remarks : [];
    const notes = [...notesOf(balance, amounts), ...own].join("; ");
    const note: Cell = { text: notes, format: own.length > 0 ? "yellow" : "dim" };
    return label.concat(amountCells(balance.asset, balance.pool?.id, balance, amounts), note);
  });
}

/** Why an account could not be read and what to do, without the vendor, which stands in the first column. */
export function describeFailure(
  { error }: BalanceResult & { readonly ok: false },
  wanted: WantedAccount | undefined,
): string {
  const reason = reasonOf(error);
  const remedy = wanted && remedyFor(error, wanted);
  return `FAILED ${error.code}: ${reason}${remedy === undefined ? "" : `; ${remedy}`}`;
}

function amountCells(
  asset: Asset,
  pool: string | undefined,
  fields: { readonly [Field in "total" | "available" | "held" | "due"]?: Decimal },
  amounts: AmountFormat,
): Cell[] {
  const cells = (["total", "available", "held", "due"] as const).map((field): Cell => {
    const amount = fields[field];
    if (amount === undefined) return { text: "" };
    const text = amounts.format(amount, asset);
    return amount.startsWith("-") ? { text, format: "red" } : { text };
  });
  return [{ text: rowName(asset.code ?? asset.id, pool) }, ...cells];
}

function sumCells(sum: SumRow, amounts: AmountFormat, isPartial: boolean): Cell[] {
  const { counted, leftOut } = sum.left;
  const count = counted.length === 1 ? "1 balance" : `${counted.length} balances`;
  const label = [{ text: "sum" }, { text: count }];
  const notes = [describeSum(sum, amounts), ...(isPartial ? ["without what failed"] : [])];
  const isOdd = isPartial || leftOut.length > 0;
  return [
    ...label,
    ...amountCells(sum.asset, undefined, sum.sums, amounts),
    {
      text: notes.filter((note) => note !== "").join("; "),
      format: isOdd ? ("yellow" as const) : ("dim" as const),
    },
  ];
}

import type { Balance, BalanceReport, BalanceResult } from "@openbalance/normalize";
import { formatCsv } from "../output/csv.ts";

type Row = Partial<Balance>;

/** What stands in columns of its own, behind all others, where some balance of a report has it. */
const unusual: readonly (readonly [column: string, cellOf: (row: Row) => string | undefined])[] = [
  ["pool", ({ pool }) => pool?.id],
  ["quota_limit", ({ quota }) => quota?.limit],
  ["quota_used", ({ quota }) => quota?.used],
  ["unlimited", ({ unlimited }) => unlimited?.map((bound) => boundColumns[bound]).join(" ")],
];

const boundColumns = { creditLimit: "credit_limit", "quota.limit": "quota_limit" } as const;

const header = [
  "vendor",
  "account",
  "asset",
  "asset_id",
  "total",
  "available",
  "held",
  "pending",
  "due",
  "credit_limit",
  "fetched_at",
  "error_code",
  "error",
];

/** One record for every balance, and one for every account that could not be read. */
export function formatReportCsv({ results }: BalanceReport): string {
  const rows = results.flatMap((result) => rowsOf(result).map((row) => [result, row] as const));
  const more = unusual.filter(([, cellOf]) => rows.some(([, row]) => cellOf(row) !== undefined));
  const spendable = results.some((result) => spendableOf(result) !== "");
  const titles = [...header, ...more.map(([column]) => column), ...(spendable ? ["spendable"] : [])];
  const records = rows.map(([result, row]) =>
    recordOf(result, row).concat(
      more.map(([, cellOf]) => cellOf(row) ?? ""),
      spendable ? [spendableOf(result)] : [],
    ),
  );
  return formatCsv([titles, ...records]);
}

/** The balances of an account; one without anything where there is none. */
function rowsOf(result: BalanceResult): readonly Row[] {
  return result.ok && result.snapshot.balances.length > 0 ? result.snapshot.balances : [{}];
}

function recordOf(result: BalanceResult, row: Row): string[] {
  const { vendor, ref } = result.account;
  const { asset, total, available, held, pending, due, creditLimit } = row;
  const amounts = [total, available, held, pending, due, creditLimit];
  const end = result.ok ? [result.snapshot.fetchedAt, "", ""] : ["", result.error.code, result.error.message];
  return [vendor, ref, asset?.code, asset?.id, ...amounts, ...end].map((cell) => cell ?? "");
}

function spendableOf(result: BalanceResult): string {
  return result.ok ? (result.snapshot.spendable?.toString() ?? "") : "";
}

import type { Balance, BalanceReport, BalanceResult } from "@openbalance/normalize";
import { formatTable, type Column } from "./table.ts";

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

/** One line for every balance, and one for every account that could not be read. */
export function formatReport(report: BalanceReport): string {
  return formatTable(columns, report.results.flatMap(rowsOf));
}

function rowsOf(result: BalanceResult): string[][] {
  const { vendor, ref } = result.account;
  if (!result.ok) {
    // The message begins with the vendor, which stands in the first column already.
    const reason = result.error.message.replace(`${vendor}: `, "");
    return [[vendor, ref, "", "", "", "", "", `FAILED ${result.error.code}: ${reason}`]];
  }
  const { balances, issues, state } = result.snapshot;
  const remarks = [
    ...(state === undefined || state === "active" ? [] : [state]),
    ...issues.map(({ code, path, message }) => `${code}: ${path} ${message}`),
  ];
  if (balances.length === 0)
    return [[vendor, ref, "", "", "", "", "", ["no balances", ...remarks].join("; ")]];
  return balances.map((balance, index) => [
    vendor,
    ref,
    balance.asset.code ?? balance.asset.id,
    balance.total ?? "",
    balance.available ?? "",
    balance.held ?? "",
    balance.due ?? "",
    [...notesOf(balance), ...(index === 0 ? remarks : [])].join("; "),
  ]);
}

function notesOf(balance: Balance): string[] {
  const {
    pending,
    pendingDirection,
    creditLimit,
    availableIncludesCredit,
    equivalents = [],
    holds = [],
  } = balance;
  const notes: string[] = [];
  if (creditLimit !== undefined) {
    notes.push(`${availableIncludesCredit ? "available includes credit" : "credit limit"} ${creditLimit}`);
  }
  if (pending !== undefined)
    notes.push(`pending ${pending}${pendingDirection ? ` ${pendingDirection}` : ""}`);
  for (const { asset, total, available } of equivalents) {
    notes.push(`same funds: ${available ?? "?"} of ${total ?? "?"} ${asset.code ?? asset.id}`);
  }
  for (const { id, amount } of holds) notes.push(`hold ${id} ${amount ?? "?"}`);
  return notes;
}

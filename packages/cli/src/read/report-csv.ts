import type { Balance, BalanceReport, BalanceResult } from "@openbalance/normalize";
import { formatCsv } from "../output/csv.ts";

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
  return formatCsv([header, ...results.flatMap(recordsOf)]);
}

function recordsOf(result: BalanceResult): string[][] {
  const { vendor, ref } = result.account;
  const noAmounts = Array.from({ length: 8 }, () => "");
  if (!result.ok) return [[vendor, ref, ...noAmounts, "", result.error.code, result.error.message]];
  const { balances, fetchedAt } = result.snapshot;
  if (balances.length === 0) return [[vendor, ref, ...noAmounts, fetchedAt, "", ""]];
  return balances.map((balance) => [vendor, ref].concat(amountsOf(balance), [fetchedAt, "", ""]));
}

function amountsOf({ asset, total, available, held, pending, due, creditLimit }: Balance): string[] {
  const amounts = [total, available, held, pending, due, creditLimit].map((amount) => amount ?? "");
  return [asset.code ?? "", asset.id, ...amounts];
}

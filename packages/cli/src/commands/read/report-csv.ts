import type { Balance, BalanceReport, BalanceResult } from "@openbalance/normalize";
import { formatCsv } from "../../output/csv.ts";

type Row = Partial<Balance>;

/** The column whose amount a bound that is not there would limit. */
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
  "pool",
  "quota_limit",
  "quota_used",
  "unlimited",
  "spendable",
];

/** One record for every balance, and one for every account that could not be read. */
export function formatReportCsv({ results }: BalanceReport): string {
  return formatCsv([
    header,
    ...results.flatMap((result) => rowsOf(result).map((row) => recordOf(result, row))),
  ]);
}

/** The balances of an account; one without anything where there is none. */
function rowsOf(result: BalanceResult): readonly Row[] {
  return result.ok && result.snapshot.balances.length > 0 ? result.snapshot.balances : [{}];
}

function recordOf(result: BalanceResult, row: Row): string[] {
  const { vendor, ref } = result.account;
  const { asset, total, available, held, pending, due, creditLimit, pool, quota, unlimited } = row;
  const amounts = [total, available, held, pending, due, creditLimit];
  const end = result.ok ? [result.snapshot.fetchedAt, "", ""] : ["", result.error.code, result.error.message];
  const bounds = unlimited?.map((bound) => boundColumns[bound]).join(" ");
  const spendable = result.ok ? result.snapshot.spendable?.toString() : undefined;
  const unusual = [pool?.id, quota?.limit, quota?.used, bounds, spendable];
  return [vendor, ref, asset?.code, asset?.id, ...amounts, ...end, ...unusual].map((cell) => cell ?? "");
}

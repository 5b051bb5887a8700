import {
  isBelow,
  type Asset,
  type Balance,
  type BalanceErrorCode,
  type BalanceResult,
  type BalanceSnapshot,
  type Decimal,
} from "@openbalance/normalize";
import { rowName } from "../output/row-name.ts";
import type { BalanceThreshold } from "./threshold.ts";

/** Unknown is an answer of its own: it is neither fine nor below. */
export type Verdict = "fine" | "below" | "unknown";

/** What a threshold says of one account. */
export interface Finding {
  readonly threshold: BalanceThreshold;
  readonly vendor: string;
  readonly account: string;
  readonly verdict: Verdict;
  readonly asset?: Asset;
  /** Absent when it is not known, or several balances are of the asset. */
  readonly amount?: Decimal;
  /** The vendor says that the amount has no bound. */
  readonly isUnlimited?: true;
  /** Why it is unknown. */
  readonly reason?: string;
  /** Present when the account could not be read. */
  readonly errorCode?: BalanceErrorCode;
}

/** Holds a threshold against what was read of an account. */
export function judge(threshold: BalanceThreshold, result: BalanceResult): Finding {
  const { vendor, ref: account } = result.account;
  const unknown = (reason: string, more: Partial<Finding> = {}): Finding => {
    return { threshold, vendor, account, verdict: "unknown", reason, ...more };
  };
  if (!result.ok) {
    const { code, message } = result.error;
    return unknown(message.replace(`${vendor}: `, ""), { errorCode: code });
  }
  const { field, amount: limit, pool } = threshold;
  const rows = rowsOf(result.snapshot, threshold);
  const assets = [...new Map(rows.map(({ asset }) => [asset.id, asset])).values()];
  const [asset] = assets;
  if (asset === undefined) return unknown(describeNone(result.snapshot, threshold));
  if (assets.length > 1) {
    const names = assets.map(({ code, id }) => (threshold.asset === undefined ? (code ?? id) : id));
    return unknown(`the vendor lists ${names.join(", ")}; name one of them in the threshold`);
  }
  const below = isBelow(result.snapshot, {
    asset: asset.id,
    field,
    amount: limit,
    ...(pool === undefined ? {} : { pool }),
  });
  const [only, ...others] = rows;
  const amount = others.length === 0 ? only?.[field] : undefined;
  const seen = { asset, ...(amount === undefined ? {} : { amount }) };
  const isUnlimited = below === false && amount === undefined && others.length === 0;
  if (below === "unknown") {
    const reason =
      others.length === 0
        ? `the vendor does not state ${field}`
        : `${rows.length} balances of ${asset.code ?? asset.id} do not agree`;
    return unknown(reason, seen);
  }
  return {
    threshold,
    vendor,
    account,
    verdict: below ? "below" : "fine",
    ...seen,
    ...(isUnlimited && { isUnlimited }),
  };
}

function rowsOf(snapshot: BalanceSnapshot, threshold: BalanceThreshold): readonly Balance[] {
  const rows = snapshot.balances.filter(({ pool }) => pool?.id === threshold.pool);
  if (threshold.asset !== undefined) return rows.filter((balance) => isOf(balance, threshold.asset));
  const { field, amount, pool } = threshold;
  return rows.filter((balance) => {
    const limit = { asset: balance.asset.id, field, amount, ...(pool === undefined ? {} : { pool }) };
    return isBelow({ ...snapshot, balances: [balance] }, limit) !== "unknown";
  });
}

/** Whether a balance is of an asset, by its code or its id. */
function isOf({ asset: { id, code } }: Balance, wanted: string | undefined): boolean {
  return wanted === undefined || id === wanted || code?.toUpperCase() === wanted.toUpperCase();
}

function describeNone({ balances }: BalanceSnapshot, { asset, pool, field }: BalanceThreshold): string {
  const wanted = asset === undefined ? `balance with ${field}` : rowName(asset, pool);
  const where = asset === undefined && pool !== undefined ? ` in the pool ${pool}` : "";
  const names = balances
    .filter((balance) => balance.pool !== undefined && isOf(balance, asset))
    .map((balance) => rowName(balance.asset.code ?? balance.asset.id, balance.pool?.id));
  const others = names.length === 0 ? "" : `; there is ${[...new Set(names)].join(", ")}`;
  return `the vendor lists no ${wanted}${where}, which is not the same as none left${others}`;
}

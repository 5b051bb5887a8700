import {
  isBelow,
  type Asset,
  type Balance,
  type BalanceErrorCode,
  type BalanceResult,
  type BalanceSnapshot,
  type Decimal,
} from "@openbalance/normalize";
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
  const { field, amount: limit } = threshold;
  const rows = rowsOf(result.snapshot, threshold);
  const assets = [...new Map(rows.map(({ asset }) => [asset.id, asset])).values()];
  const [asset] = assets;
  if (asset === undefined) {
    const wanted = threshold.asset === undefined ? `no balance with ${field}` : `no ${threshold.asset}`;
    return unknown(`the vendor lists ${wanted}, which is not the same as none left`);
  }
  if (assets.length > 1) {
    const names = assets.map(({ code, id }) => (threshold.asset === undefined ? (code ?? id) : id));
    return unknown(`the vendor lists ${names.join(", ")}; name one of them in the threshold`);
  }
  const below = isBelow(result.snapshot, { asset: asset.id, field, amount: limit });
  const [only, ...others] = rows;
  const amount = others.length === 0 ? only?.[field] : undefined;
  const seen = { asset, ...(amount === undefined ? {} : { amount }) };
  if (below === "unknown") {
    const reason =
      others.length === 0
        ? `the vendor does not state ${field}`
        : `${rows.length} balances of ${asset.code ?? asset.id} do not agree`;
    return unknown(reason, seen);
  }
  return { threshold, vendor, account, verdict: below ? "below" : "fine", ...seen };
}

function rowsOf({ balances }: BalanceSnapshot, { asset, field }: BalanceThreshold): readonly Balance[] {
  if (asset === undefined) return balances.filter((balance) => balance[field] !== undefined);
  const wanted = asset.toUpperCase();
  return balances.filter(({ asset: { id, code } }) => id === asset || code?.toUpperCase() === wanted);
}

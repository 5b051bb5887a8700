import { assetIdOf } from "./asset-reference.ts";
import type { BalanceSnapshot } from "../model/balance.ts";
import { checkSnapshot } from "./collect-amounts.ts";
import type { Threshold } from "./threshold.ts";
import { judge } from "./verdict.ts";

/**
 * Whether less is left than an amount. Only `false` says that enough is left: `"refused"` means that the vendor says
 * it serves no calls, `"unknown"` that it is not known, since absent is not zero. `judge` says why. Throws `config` for
 * an argument that is wrong, and for an asset that is neither an id nor the code of one asset of the snapshot.
 */
export function isBelow(snapshot: BalanceSnapshot, threshold: Threshold): boolean | "refused" | "unknown" {
  const { verdict, reason } = judge(snapshot, threshold);
  if (reason === "asset_not_known" || reason === "several_assets") checkAsset(snapshot, threshold);
  if (verdict === "below" || verdict === "fine") return verdict === "below";
  return verdict;
}

function checkAsset(snapshot: BalanceSnapshot, { asset, pool }: Threshold): void {
  if (asset === undefined) return;
  checkSnapshot("snapshot", snapshot);
  const rows = snapshot.balances.filter((balance) => balance.pool?.id === pool);
  assetIdOf(
    "asset",
    asset,
    rows.map((balance) => balance.asset),
  );
}

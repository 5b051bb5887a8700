import {
  findAsset,
  leftOf,
  type Balance,
  type BalanceSnapshot,
  type VerdictReason,
} from "@openbalance/normalize";
import { rowName } from "../output/row-name.ts";
import { writeThreshold, type BalanceThreshold } from "../config/threshold.ts";

type Explanation = (snapshot: BalanceSnapshot, threshold: BalanceThreshold) => string | undefined;

const explanations: Readonly<Record<VerdictReason, Explanation>> = {
  enough: () => undefined,
  below_threshold: () => undefined,
  unlimited: () => "the vendor says that it is unlimited",
  not_spendable: () => "the vendor says that it refuses calls",
  not_active: ({ state }) => `the account is ${state ?? "not active"}`,
  state_not_known: ({ state }) => `whether calls are served in the state "${state}" is not documented`,
  test: () => "the key is a test key, and test money pays for nothing",
  allowance: (_snapshot, threshold) => {
    const line = writeThreshold({ ...threshold, field: "quota" });
    return `what is left is an allowance, not money; to judge it, write ${line}`;
  },
  balances_disagree: () => "several balances of this asset do not agree",
  scope: describeScopes,
  not_stated: describeUnstated,
  several_assets: describeSeveral,
  not_listed: describeNone,
  asset_not_known: describeNone,
};

/** Why a verdict is what it is, in words, and the threshold to write instead; undefined where the amounts say it all. */
export function explainVerdict(
  snapshot: BalanceSnapshot,
  threshold: BalanceThreshold,
  reason: VerdictReason,
): string | undefined {
  return explanations[reason](snapshot, threshold);
}

function describeScopes({ account, balances }: BalanceSnapshot): string {
  const scopes = new Set(balances.map(({ scope = account.scope ?? "account" }) => scope));
  return `there are only balances of a ${[...scopes].join(" and a ")}; name it as \`scope\` of a configured threshold`;
}

function describeUnstated({ balances }: BalanceSnapshot, threshold: BalanceThreshold): string {
  const { field } = threshold;
  const isFunds = field === "available" || field === "total";
  const hasOther = isFunds && balances.some((balance) => leftOf(balance) !== undefined);
  const hint = hasOther
    ? `; write ${writeThreshold({ ...threshold, field: "left" })} for what it does state`
    : "";
  return `the vendor does not state ${field === "left" ? "what is left" : field}${hint}`;
}

function describeSeveral({ balances }: BalanceSnapshot, threshold: BalanceThreshold): string {
  const rows = balances.filter(({ pool }) => pool?.id === threshold.pool);
  const names = new Set(
    rows
      .filter((balance) => threshold.field !== "left" || leftOf(balance) !== undefined)
      .map(({ asset: { code, id } }) => (threshold.asset === undefined ? (code ?? id) : id)),
  );
  const [first = ""] = names;
  const line = writeThreshold({ ...threshold, asset: first });
  return `the vendor lists ${[...names].join(", ")}; name one of them in the threshold, such as ${line}`;
}

function describeNone({ balances }: BalanceSnapshot, { asset, pool, field }: BalanceThreshold): string {
  const wanted =
    asset === undefined
      ? `balance with ${field === "left" ? "something left" : field}`
      : rowName(asset, pool);
  const where = asset === undefined && pool !== undefined ? ` in the pool ${pool}` : "";
  const isOf = (balance: Balance): boolean => {
    const found = asset === undefined ? undefined : findAsset(asset, [balance.asset]);
    return found === undefined || ("id" in found && found.id === balance.asset.id);
  };
  // Pools of the asset that was meant, and what belongs to no pool where none was.
  const names = balances
    .filter((balance) =>
      balance.pool === undefined ? pool === undefined && asset !== undefined : isOf(balance),
    )
    .map((balance) => rowName(balance.asset.code ?? balance.asset.id, balance.pool?.id));
  const others = names.length === 0 ? "" : `; there is ${[...new Set(names)].join(", ")}`;
  return `the vendor lists no ${wanted}${where}, which is not the same as none left${others}`;
}

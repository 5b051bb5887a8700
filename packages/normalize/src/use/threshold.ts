import { configError } from "@openbalance/http";
import type { AssetReference } from "./asset-reference.ts";
import { amountFields, type AmountField, type BalanceScope } from "../model/balance.ts";
import { checkDecimal, type Decimal } from "../model/decimal.ts";
import { refuseUnknownNames } from "../model/check-options.ts";

/** What a threshold may look at: what is left of funds, what is left of an allowance, or a field as it is stated. */
export type ThresholdField = "left" | "quota" | AmountField;

/** All of them. */
export const thresholdFields: readonly ThresholdField[] = ["left", "quota", ...amountFields];

/** All scopes. */
export const balanceScopes: readonly BalanceScope[] = ["account", "project", "team", "key"];

/** An amount that a balance must not be below. */
export interface Threshold {
  /** In units of the asset. */
  readonly amount: Decimal;
  /** Absent: the one asset of the snapshot that has the field. */
  readonly asset?: AssetReference | undefined;
  /** Default `left`. A cap or a quota is never judged as funds: `quota` names it. */
  readonly field?: ThresholdField | undefined;
  /** The id of a pool of that asset. Absent: the balances that belong to no pool. */
  readonly pool?: string | undefined;
  /** Whose balances are meant, where it is not the account that was read: `key` names what one key may use. */
  readonly scope?: BalanceScope | undefined;
}

/** A threshold with its defaults. Throws `config`, naming the member that is wrong. */
export function checkThreshold(threshold: Threshold): Threshold & { readonly field: ThresholdField } {
  const known = ["amount", "asset", "field", "pool", "scope"];
  const { amount, asset, field = "left", pool, scope } = refuseUnknownNames("threshold", threshold, known);
  if (asset !== undefined && (typeof asset !== "string" || asset === "")) {
    throw configError("openbalance", "`asset` must be an asset's id or code, such as iso4217:USD or USD");
  }
  if (!thresholdFields.includes(field)) {
    throw configError("openbalance", `\`field\` must be one of ${thresholdFields.join(", ")}`);
  }
  if (scope !== undefined && !balanceScopes.includes(scope)) {
    throw configError("openbalance", `\`scope\` must be one of ${balanceScopes.join(", ")}`);
  }
  return { amount: checkDecimal("amount", amount), asset, field, pool, scope };
}

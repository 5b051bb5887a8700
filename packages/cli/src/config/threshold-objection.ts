import { findAsset, type VendorCapabilities } from "@openbalance/normalize";
import { writeThreshold, type BalanceThreshold } from "./threshold.ts";

/**
 * Why a vendor can never answer a threshold, and the line to write instead; undefined where it can. The capability table
 * knows which fields, pools and assets a vendor states.
 */
export function objectionTo(
  threshold: BalanceThreshold,
  capabilities: VendorCapabilities,
): string | undefined {
  return (
    fieldObjection(threshold, capabilities) ??
    poolObjection(threshold, capabilities) ??
    scopeObjection(threshold, capabilities) ??
    assetObjection(threshold, capabilities)
  );
}

function fieldObjection(
  threshold: BalanceThreshold,
  { fields, left = ["funds"] }: VendorCapabilities,
): string | undefined {
  const { vendor, field } = threshold;
  const states = Object.keys(fields);
  if (field === "quota" || field === "left") {
    // A scope that is named may mean either.
    if (threshold.scope !== undefined) return undefined;
    if (left.includes(field === "quota" ? "allowance" : "funds")) return undefined;
    return field === "quota"
      ? `${vendor} states no allowance; write ${writeThreshold({ ...threshold, field: "left" })}`
      : `${vendor} states an allowance and no funds; write ${writeThreshold({ ...threshold, field: "quota" })}`;
  }
  if (states.includes(field)) return undefined;
  const isAboutFunds = (field === "available" || field === "total") && left.includes("funds");
  return isAboutFunds
    ? `${vendor} never states ${field}; write ${writeThreshold({ ...threshold, field: "left" })}, which takes what it does state`
    : `${vendor} never states ${field}`;
}

function poolObjection(threshold: BalanceThreshold, { fields }: VendorCapabilities): string | undefined {
  if (threshold.pool === undefined || fields.pool !== undefined) return undefined;
  const { pool: _pool, ...rest } = threshold;
  return `${threshold.vendor} has no pools; write ${writeThreshold(rest)}`;
}

function scopeObjection(
  { vendor, scope }: BalanceThreshold,
  { fields }: VendorCapabilities,
): string | undefined {
  const isStated = scope === undefined || scope === "account" || fields["account.scope"] !== undefined;
  return isStated ? undefined : `${vendor} never states figures of a ${scope}`;
}

function assetObjection(
  { vendor, asset }: BalanceThreshold,
  { assets }: VendorCapabilities,
): string | undefined {
  if (asset === undefined || assets === undefined) return undefined;
  const found = findAsset(asset, assets);
  if ("id" in found && assets.some(({ id }) => id === found.id)) return undefined;
  const names = assets.map(({ code, id }) => (code === undefined ? id : `${code} (${id})`));
  return `${vendor} states no ${asset}, only ${names.join(", ")}`;
}

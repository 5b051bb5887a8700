import { configError } from "@openbalance/http";
import { amountFields, balanceKinds, type Balance } from "../model/balance.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { SnapshotContent } from "../decode/vendor-reply.ts";

/** Refuses what a decoder of the caller's own may not give: it would be a wrong balance further on. */
export function checkBalances(vendor: string, content: SnapshotContent): void {
  if (typeof content !== "object" || content === null || !Array.isArray(content.balances)) {
    throw configError(vendor, "`decode` must give an object with `balances`, an array");
  }
  for (const [index, balance] of content.balances.entries())
    checkBalance(vendor, `balances[${index}]`, balance);
}

/** What becomes of them is printed, sent and compared. */
const longestName = 1_000;

function checkBalance(vendor: string, place: string, balance: Balance): void {
  if (typeof balance?.asset?.id !== "string" || typeof balance.provenance !== "object") {
    throw configError(
      vendor,
      `\`${place}\` of what \`decode\` gave must be a balance, as BalanceRow makes it`,
    );
  }
  const { asset, pool } = balance;
  for (const [name, text] of Object.entries({
    "asset.id": asset.id,
    "asset.code": asset.code,
    "pool.id": pool?.id,
  })) {
    if (typeof text === "string" && (text.length > longestName || !text.isWellFormed())) {
      throw configError(
        vendor,
        `\`${place}.${name}\` must be well-formed text of at most ${longestName} characters`,
      );
    }
  }
  if (pool !== undefined && (typeof pool?.id !== "string" || pool.id === "")) {
    throw configError(vendor, `\`${place}.pool\` must have an \`id\` that tells it from other pools`);
  }
  for (const field of amountFields) {
    const amount = balance[field];
    if (amount === undefined && !(field in balance)) continue;
    if (typeof amount !== "string" || parseDecimal(amount) !== amount) {
      throw configError(vendor, `\`${place}.${field}\` must be a canonical decimal string, or left out`);
    }
    if (!Object.hasOwn(balance.provenance, `/${field}`)) {
      throw configError(vendor, `\`${place}.${field}\` has no provenance; take it through a BalanceRow`);
    }
  }
  if (!balanceKinds.includes(balance.kind)) {
    throw configError(vendor, `\`${place}.kind\` must be one of ${balanceKinds.join(", ")}`);
  }
}

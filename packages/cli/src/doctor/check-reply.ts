import type { BalanceSnapshot } from "@openbalance/normalize";
import type { Check } from "./check.ts";

/** Whether a reply was as the vendor describes it, by what its decoder found odd. */
export function checkReply({ issues }: BalanceSnapshot): Check {
  if (issues.length === 0) return { name: "reply", verdict: "ok", detail: "as the vendor describes it" };
  const found = issues.map(({ code, path, message }) => `${code}: ${path} ${message}`);
  return { name: "reply", verdict: "warning", detail: found.join("; ") };
}

import type { Part } from "../model/balance.ts";
import { withoutAbsent } from "./balance-row.ts";
import type { Decimal } from "../model/decimal.ts";

/** What was given and what was paid for, as the two parts of a balance; undefined where neither is stated. */
export function grantedAndPurchased(
  granted: Decimal | undefined,
  purchased: Decimal | undefined,
): readonly [Part, Part] | undefined {
  if (granted === undefined && purchased === undefined) return undefined;
  return [
    { kind: "granted", ...withoutAbsent({ amount: granted }) },
    { kind: "purchased", ...withoutAbsent({ amount: purchased }) },
  ];
}

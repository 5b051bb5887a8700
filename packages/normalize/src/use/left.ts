import type { Balance } from "../model/balance.ts";
import { checkDecimal, subtractDecimal, type Decimal } from "../model/decimal.ts";

/** What is left of one balance, and what it rests on. */
export interface Left {
  /** In units of the balance's asset. Absent: the vendor says that nothing bounds it; it is not zero. */
  readonly amount?: Decimal;
  /** The field that was taken: what can be spent, the whole balance, or the rest of an allowance. */
  readonly field: "available" | "total" | "quota";
  /** Whether a credit line is inside. Absent: the vendor does not say. */
  readonly includesCredit?: boolean;
  /** What may still come off, and is not stated: reservations inside the total, or charges that are not booked. */
  readonly unknown: readonly ("held" | "pending")[];
}

/**
 * What is left of a balance: `available` where it is stated, else `total`; for an allowance, what is not used of it.
 * Undefined where the vendor states none of them: nothing is invented. Throws `config` for an amount that is no decimal
 * number in canonical form.
 */
export function leftOf(balance: Balance): Left | undefined {
  const { available, availableIncludesCredit, unlimited = [] } = balance;
  const credit = availableIncludesCredit === undefined ? {} : { includesCredit: availableIncludesCredit };
  if (available !== undefined) {
    return { amount: checkDecimal("available", available), field: "available", ...credit, unknown: [] };
  }
  if (availableIncludesCredit === true && unlimited.includes("creditLimit")) {
    return { field: "available", includesCredit: true, unknown: [] };
  }
  if (balance.kind === "allowance") return restOfQuota(balance);
  return totalLeft(balance);
}

function totalLeft({ total, held, pending, pendingDirection }: Balance): Left | undefined {
  if (total === undefined) return undefined;
  const unknown: Left["unknown"][number][] = [];
  // What is reserved is a part of the total, so where it is stated it is known.
  if (held === undefined) unknown.push("held");
  if (pending === undefined || pendingDirection === undefined) unknown.push("pending");
  return { amount: checkDecimal("total", total), field: "total", includesCredit: false, unknown };
}

function restOfQuota({ quota = {}, unlimited = [] }: Balance): Left | undefined {
  if (unlimited.includes("quota.limit")) return { field: "quota", unknown: [] };
  const { limit, used } = quota;
  if (limit === undefined || used === undefined) return undefined;
  const amount = subtractDecimal(checkDecimal("quota.limit", limit), checkDecimal("quota.used", used));
  return { amount, field: "quota", unknown: [] };
}

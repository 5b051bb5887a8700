import type { AmountField, Decimal } from "@openbalance/normalize";

/** An amount that a balance must not be below. */
export interface BalanceThreshold {
  readonly vendor: string;
  /** The label of an account. Absent: every account of the vendor. */
  readonly account?: string;
  /** A code or an id. Absent: the one row of the account that states the field. */
  readonly asset?: string;
  readonly field: AmountField;
  readonly amount: Decimal;
  /** From where on a balance that was below has recovered. Absent: hysteresis tells. */
  readonly recoverAt?: Decimal;
}

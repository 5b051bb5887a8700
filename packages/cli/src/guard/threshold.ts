import { parseDecimal, type AmountField, type Decimal } from "@openbalance/normalize";
import { UsageError } from "../usage-error.ts";

/** An amount that a balance must not be below. */
export interface BalanceThreshold {
  readonly vendor: string;
  /** The label of an account. Absent: every account of the vendor. */
  readonly account?: string;
  /** A code or an id. Absent: the one asset of the account that has the field. */
  readonly asset?: string;
  /** The id of a pool of that asset. Absent: what stands in no pool. */
  readonly pool?: string;
  readonly field: AmountField;
  readonly amount: Decimal;
  /** From where on a balance that was below has recovered. Absent: hysteresis tells. */
  readonly recoverAt?: Decimal;
}

export const amountFields: readonly AmountField[] = [
  "total",
  "available",
  "held",
  "pending",
  "due",
  "creditLimit",
];

const form =
  /^(?<vendor>[^/:=]+)(?:\/(?<account>[^:=]+))?(?::(?<asset>[^:=@]*)(?:@(?<pool>[^=]+?))?)?(?::(?<field>[^:=]+))?=(?<amount>.+)$/;

/** Reads `telnyx=20`, `telnyx/prod:USD:total=20` or `stripe:USD@issuing=20`. Throws `UsageError`. */
export function parseThreshold(text: string): BalanceThreshold {
  const { vendor, account, asset, pool, field = "available", amount = "" } = form.exec(text)?.groups ?? {};
  if (vendor === undefined) {
    throw new UsageError(
      `"${text}" is no threshold; write vendor=amount, or vendor/account:asset@pool:field=amount, such as telnyx/prod:USD=20`,
    );
  }
  const exact = parseDecimal(amount);
  if (exact === undefined) {
    throw new UsageError(`"${text}": the amount must be a decimal number such as 20 or 0.5`);
  }
  const named = amountFields.find((name) => name === field);
  // The id of a pool may hold a colon: what stands behind it is a field only when there is such a field.
  const known = named ?? (pool === undefined ? undefined : "available");
  if (known === undefined) {
    throw new UsageError(`"${text}": the field must be one of ${amountFields.join(", ")}`);
  }
  return {
    vendor,
    ...(account === undefined ? {} : { account }),
    // Nothing between two colons: the field is named and the asset is not.
    ...(asset === undefined || asset === "" ? {} : { asset }),
    ...(pool === undefined ? {} : { pool: named === undefined ? `${pool}:${field}` : pool }),
    field: known,
    amount: exact,
  };
}

/** Whether a threshold speaks of an account. */
export function concerns(
  { vendor, account }: BalanceThreshold,
  label: { readonly vendor: string; readonly ref: string },
): boolean {
  return vendor === label.vendor && (account === undefined || account === label.ref);
}

import {
  fiatAsset,
  parseDecimal,
  thresholdFields,
  type BalanceScope,
  type Decimal,
  type ThresholdField,
} from "@openbalance/normalize";
import { UsageError } from "../runtime/usage-error.ts";

/** An amount that a balance must not be below. */
export interface BalanceThreshold {
  readonly vendor: string;
  /** The label of an account. Absent: every account of the vendor. */
  readonly account?: string;
  /** A code or an id. Absent: the one asset of the account that has the field. */
  readonly asset?: string;
  /** The id of a pool of that asset. Absent: what belongs to no pool. */
  readonly pool?: string;
  /** Whose balance is meant, where it is not the account's. */
  readonly scope?: BalanceScope;
  readonly field: ThresholdField;
  readonly amount: Decimal;
  /** From where on a balance that was below has recovered. Absent: hysteresis decides. */
  readonly recoverAt?: Decimal;
  /** Where the user wrote it: the flag, or the file and the line. */
  readonly origin: string;
}

const form = /^(?<vendor>[^/:=]+)(?:\/(?<account>[^:=]+))?(?::(?<place>[^=]*))?=(?<amount>.+)$/;

/**
 * Reads `telnyx=20`, `openrouter:quota=5`, `telnyx/prod:USD:total=20`, `telnyx:iso4217:USD=20` or
 * `stripe:USD@issuing=20`. Throws `UsageError`.
 */
export function parseThreshold(text: string): BalanceThreshold {
  const { vendor, account, place = "", amount = "" } = form.exec(text)?.groups ?? {};
  if (vendor === undefined) {
    throw new UsageError(
      `"${text}" is not a threshold; write vendor=amount, or vendor/account:asset@pool:field=amount, such as telnyx/prod:USD=20`,
    );
  }
  const exact = parseDecimal(amount);
  if (exact === undefined) {
    throw new UsageError(`"${text}": the amount must be a decimal number such as 20 or 0.5`);
  }
  const named = account === undefined ? {} : { account };
  return { vendor, ...named, ...readPlace(text, place), amount: exact, origin: `--below ${text}` };
}

/** The asset, the pool and the field. No asset is called as a field is, so `vendor:quota` names the field alone. */
function readPlace(text: string, place: string): Pick<BalanceThreshold, "asset" | "pool" | "field"> {
  const segments = place.split(":");
  const field = fieldNamed(segments.at(-1));
  const row = (field === undefined ? segments : segments.slice(0, -1)).join(":");
  const [asset = "", ...rest] = row.split("@");
  const pool = rest.length === 0 ? undefined : rest.join("@");
  // An id begins with the name of its kind, such as iso4217; a word behind a code would have to be a field.
  if (asset.includes(":") && !/^[a-z][a-z0-9-]*:/.test(asset)) {
    throw new UsageError(`"${text}": the field must be one of ${thresholdFields.join(", ")}`);
  }
  return {
    // Nothing between two colons: the field is named and the asset is not.
    ...(asset === "" ? {} : { asset }),
    ...(pool === undefined || pool === "" ? {} : { pool }),
    field: field ?? "left",
  };
}

function fieldNamed(text: string | undefined): ThresholdField | undefined {
  return thresholdFields.find((field) => field === text);
}

/** Whether a threshold speaks of an account. */
export function concerns(
  { vendor, account }: Pick<BalanceThreshold, "vendor" | "account">,
  label: { readonly vendor: string; readonly ref: string },
): boolean {
  return vendor === label.vendor && (account === undefined || account === label.ref);
}

/** A threshold as it would be given to `--below`. */
export function writeThreshold(threshold: Omit<BalanceThreshold, "origin">): string {
  const { vendor, account, asset = "", pool, field, amount } = threshold;
  const place = `${vendor}${account === undefined ? "" : `/${account}`}`;
  const row = pool === undefined ? asset : `${asset}@${pool}`;
  const name = field === "left" ? "" : `:${field}`;
  // A field without an asset needs no second colon.
  return `${place}${row === "" ? "" : `:${row}`}${name}=${amount}`;
}

/** What tells two thresholds apart, but for their amounts. */
export function subjectOf({ vendor, account, asset, pool, scope, field }: BalanceThreshold): string {
  const id = asset === undefined ? undefined : (fiatAsset(asset)?.id ?? asset);
  return JSON.stringify([vendor, account, id, pool, scope, field]);
}

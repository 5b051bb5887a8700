/** Why a balance could not be read. The set is closed; a vendor's own code stands in `vendorCode`. */
export type BalanceErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "bad_request"
  | "rate_limited"
  | "clock_skew"
  | "replayed"
  | "unavailable"
  | "server_error"
  | "timeout"
  | "network"
  | "tls"
  | "aborted"
  | "redirect"
  | "too_large"
  | "bad_response"
  | "config"
  | "vendor_error";

export interface BalanceErrorDetails {
  readonly code: BalanceErrorCode;
  readonly message: string;
  readonly vendor: string;
  /** Whether the same call may succeed later, unchanged. Absent means no. */
  readonly retryable?: boolean | undefined;
  /** The caller's label of the account. Absent when a client was called without one. */
  readonly account?: string | undefined;
  /** Absent when no reply came. */
  readonly httpStatus?: number | undefined;
  readonly vendorCode?: string | undefined;
  readonly vendorMessage?: string | undefined;
  readonly requestId?: string | undefined;
  /** Milliseconds the vendor asks to wait. Absent when it did not say. */
  readonly retryAfterMs?: number | undefined;
  /** Requests sent. Zero when the call failed before the first. */
  readonly attempts?: number | undefined;
  readonly cause?: unknown;
}

// Registered globally, so that an error is recognised across duplicate installs of this package.
const marker = Symbol.for("openbalance.BalanceError");

const fields = [
  "code",
  "vendor",
  "retryable",
  "attempts",
  "account",
  "httpStatus",
  "vendorCode",
  "vendorMessage",
  "requestId",
  "retryAfterMs",
] as const;

/** The one error of every OpenBalance package. Safe to log: it holds no header, body or secret. */
export class BalanceError extends Error {
  override readonly name = "BalanceError";
  declare readonly code: BalanceErrorCode;
  declare readonly retryable: boolean;
  declare readonly vendor: string;
  declare readonly account?: string;
  declare readonly httpStatus?: number;
  declare readonly vendorCode?: string;
  declare readonly vendorMessage?: string;
  declare readonly requestId?: string;
  declare readonly retryAfterMs?: number;
  declare readonly attempts: number;

  constructor(details: BalanceErrorDetails) {
    const { message, cause, retryable = false, attempts = 0 } = details;
    super(message, cause === undefined ? undefined : { cause });
    const complete = { ...details, retryable, attempts };
    // What is absent is no property at all, and what is no field may be a secret.
    for (const field of fields) {
      if (complete[field] !== undefined) Object.assign(this, { [field]: complete[field] });
    }
    Object.defineProperty(this, marker, { value: true });
  }

  /** The same failure, labelled with the account it happened to, which its message names beside the vendor. */
  forAccount(account: string): BalanceError {
    const before = `${placeOf(this.vendor, this.account)}: `;
    if (!this.message.startsWith(before)) return this.with({ account });
    const after = `${placeOf(this.vendor, account)}: `;
    return this.with({ account, message: after + this.message.slice(before.length) });
  }

  /** The same failure in a call that had sent this many requests before. */
  afterAttempts(earlier: number): BalanceError {
    return this.with({ attempts: earlier + this.attempts });
  }

  /** Plain data for logs and reports. The cause is left to `util.inspect`. */
  toJSON(): Omit<BalanceErrorDetails, "cause"> & { readonly name: "BalanceError" } {
    // The message of an error is no enumerable property of it.
    return Object.assign({ message: this.message }, this);
  }

  private with(changes: Partial<BalanceErrorDetails>): BalanceError {
    const { message, cause, stack } = this;
    const changed = new BalanceError(Object.assign({ message, cause }, this, changes));
    // The platform writes the message into the stack once and for all.
    if (stack !== undefined) changed.stack = stack.replace(message, () => changed.message);
    return changed;
  }
}

/** The vendor, and the account's label where it says more. */
function placeOf(vendor: string, account: string | undefined): string {
  return account === undefined || account === vendor ? vendor : `${vendor} (${account})`;
}

/** Tells a `BalanceError` from any other thrown value, also one of another copy of this package. */
export function isBalanceError(value: unknown): value is BalanceError {
  return typeof value === "object" && value !== null && marker in value;
}

/** A mistake in the caller's options: names the option and the remedy, never the value. */
export function configError(vendor: string, message: string): BalanceError {
  return new BalanceError({ code: "config", vendor, message: `${vendor}: ${message}` });
}

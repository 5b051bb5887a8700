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
  readonly retryable?: boolean;
  /** The caller's label of the account. Absent when a client was called without one. */
  readonly account?: string;
  /** Absent when no reply came. */
  readonly httpStatus?: number;
  readonly vendorCode?: string;
  readonly vendorMessage?: string;
  readonly requestId?: string;
  /** Milliseconds the vendor asks to wait. Absent when it did not say. */
  readonly retryAfterMs?: number;
  /** Requests sent. Zero when the call failed before the first. */
  readonly attempts?: number;
  readonly cause?: unknown;
}

// Registered globally, so that an error is recognised across duplicate installs of this package.
const marker = Symbol.for("openbalance.BalanceError");

const optionalFields = [
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
  readonly code: BalanceErrorCode;
  readonly retryable: boolean;
  readonly vendor: string;
  declare readonly account?: string;
  declare readonly httpStatus?: number;
  declare readonly vendorCode?: string;
  declare readonly vendorMessage?: string;
  declare readonly requestId?: string;
  declare readonly retryAfterMs?: number;
  readonly attempts: number;

  constructor(details: BalanceErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.retryable = details.retryable ?? false;
    this.vendor = details.vendor;
    this.attempts = details.attempts ?? 0;
    for (const field of optionalFields) {
      if (details[field] !== undefined) Object.assign(this, { [field]: details[field] });
    }
    Object.defineProperty(this, marker, { value: true });
  }

  /** The same failure, labelled with the account it happened to. */
  forAccount(account: string): BalanceError {
    return this.with({ account });
  }

  /** The same failure in a call that had sent this many requests before. */
  afterAttempts(earlier: number): BalanceError {
    return this.with({ attempts: earlier + this.attempts });
  }

  /** Plain data for logs and reports. The cause is left to `util.inspect`. */
  toJSON(): Omit<BalanceErrorDetails, "cause"> & { readonly name: "BalanceError" } {
    const { cause: _cause, ...details } = this.toDetails();
    return { name: this.name, ...details };
  }

  private with(changes: Partial<BalanceErrorDetails>): BalanceError {
    const changed = new BalanceError({ ...this.toDetails(), ...changes });
    if (this.stack !== undefined) changed.stack = this.stack;
    return changed;
  }

  private toDetails(): BalanceErrorDetails {
    const { code, message, vendor, retryable, attempts, cause } = this;
    const details = { code, message, vendor, retryable, attempts };
    for (const field of optionalFields) {
      if (this[field] !== undefined) Object.assign(details, { [field]: this[field] });
    }
    return cause === undefined ? details : { ...details, cause };
  }
}

/** Tells a `BalanceError` from any other thrown value, also one of another copy of this package. */
export function isBalanceError(value: unknown): value is BalanceError {
  return typeof value === "object" && value !== null && marker in value;
}

/** A mistake in the caller's options: names the option and the remedy, never the value. */
export function configError(vendor: string, message: string): BalanceError {
  return new BalanceError({ code: "config", vendor, message: `${vendor}: ${message}` });
}

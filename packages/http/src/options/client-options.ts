import { configError } from "../errors/balance-error.ts";
import { checkObject } from "./check-object.ts";
import type { Observer } from "./observe.ts";
import { ownOptions } from "./own-options.ts";
import { checkRateLimit, type RateLimit } from "./rate-limit.ts";
import { isWholeNumber } from "./whole-number.ts";

/** What every vendor's client accepts beside its own credentials. */
export interface ClientOptions {
  /** Another address of the same API: https, or http on loopback. */
  readonly baseUrl?: string;
  /** Stands in for the platform's `fetch`, which is otherwise looked up at every call. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds for the whole call, waits and bodies included. Default 30,000. */
  readonly timeoutMs?: number;
  /** Milliseconds for one attempt, body included, its credentials apart. Default 10,000. */
  readonly attemptTimeoutMs?: number;
  /**
   * How many requests a call may send in all, 1 to 10; `false` is 1. Default 3. A request that the
   * client mends (a resynchronised clock, a renewed token) is sent once more beyond that.
   */
  readonly retry?: false | { readonly attempts: number };
  /**
   * How fast this key may be used where many accounts are read. Default: what the vendor documents, else 100 requests
   * in ten seconds; `false` is no limit. A call of its own is never held back.
   */
  readonly rateLimit?: RateLimit | false;
  /** Called at every attempt, reply, retry and end. */
  readonly observe?: Observer;
}

/** `ClientOptions`, checked and with the defaults filled in. */
export interface CheckedOptions {
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly attempts: number;
  readonly rateLimit: RateLimit | false | undefined;
  readonly observe: Observer | undefined;
}

const commonOptions = ["baseUrl", "fetch", "timeoutMs", "attemptTimeoutMs", "retry", "rateLimit", "observe"];
// The longest wait a platform timer can hold; beyond it a timer fires at once.
const longestTimerMs = 2 ** 31 - 1;

/** The caller's own options; refuses an argument that is no object and any option that is not known, naming it. */
export function refuseUnknownOptions<Options>(
  vendor: string,
  options: Options,
  names: readonly string[],
): Options {
  checkObject(vendor, "the options", options, [...names, ...commonOptions]);
  return ownOptions(options);
}

/** Checks the common options and fills in the defaults. */
export function checkClientOptions(vendor: string, options: ClientOptions): CheckedOptions {
  checkObject(vendor, "the options", options);
  const {
    fetch,
    observe,
    timeoutMs = 30_000,
    attemptTimeoutMs = 10_000,
    retry,
    rateLimit,
  } = ownOptions(options);
  checkFunction(vendor, "fetch", fetch);
  checkFunction(vendor, "observe", observe);
  checkMilliseconds(vendor, "timeoutMs", timeoutMs);
  checkMilliseconds(vendor, "attemptTimeoutMs", attemptTimeoutMs);
  return {
    fetch,
    observe,
    timeoutMs,
    attemptTimeoutMs,
    attempts: checkAttempts(vendor, retry),
    rateLimit: checkRateLimit(vendor, rateLimit),
  };
}

/** Refuses what is neither absent nor a function, naming the option. */
export function checkFunction(vendor: string, option: string, value: unknown): void {
  if (value !== undefined && typeof value !== "function") {
    throw configError(vendor, `\`${option}\` must be a function`);
  }
}

/** A whole number of milliseconds that a timer can hold, or a `config` error that names the option. */
export function checkMilliseconds(vendor: string, option: string, value: unknown): number {
  if (!isWholeNumber(value, longestTimerMs)) {
    throw configError(
      vendor,
      `\`${option}\` must be a whole number of milliseconds from 1 to ${longestTimerMs}`,
    );
  }
  return value;
}

function checkAttempts(vendor: string, retry: ClientOptions["retry"] = { attempts: 3 }): number {
  // A plain JavaScript caller can give anything, null too.
  const attempts: unknown = retry === false ? 1 : ownOptions(retry)?.attempts;
  if (isWholeNumber(attempts, 10)) return attempts;
  throw configError(vendor, "`retry` must be false or { attempts: 1 to 10 }");
}

import { configError } from "./balance-error.ts";
import type { Observer } from "./observe.ts";

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
  /** Called at every attempt, reply, retry and end. */
  readonly observe?: Observer;
}

/** `ClientOptions`, checked and with the defaults filled in. */
export interface CheckedOptions {
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly attempts: number;
  readonly observe: Observer | undefined;
}

const commonOptions = ["baseUrl", "fetch", "timeoutMs", "attemptTimeoutMs", "retry", "observe"];
// The longest wait a platform timer can hold; beyond it a timer fires at once.
const longestTimerMs = 2 ** 31 - 1;

/** Refuses an argument that is no object and any option that is not known, naming it. */
export function refuseUnknownOptions(vendor: string, options: unknown, ownOptions: readonly string[]): void {
  if (typeof options !== "object" || options === null) {
    throw configError(vendor, "the options must be an object");
  }
  const known = [...ownOptions, ...commonOptions];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw configError(vendor, `unknown option \`${unknown}\`; the options are ${known.join(", ")}`);
  }
}

/** Checks the common options and fills in the defaults. */
export function checkClientOptions(vendor: string, options: ClientOptions): CheckedOptions {
  if (typeof options !== "object" || options === null)
    throw configError(vendor, "the options must be an object");
  const { timeoutMs = 30_000, attemptTimeoutMs = 10_000 } = options;
  for (const name of ["fetch", "observe"] as const) {
    if (options[name] !== undefined && typeof options[name] !== "function") {
      throw configError(vendor, `\`${name}\` must be a function`);
    }
  }
  return {
    fetch: options.fetch,
    observe: options.observe,
    timeoutMs: checkMilliseconds(vendor, "timeoutMs", timeoutMs),
    attemptTimeoutMs: checkMilliseconds(vendor, "attemptTimeoutMs", attemptTimeoutMs),
    attempts: checkAttempts(vendor, options.retry),
  };
}

/** A whole number of milliseconds that a timer can hold, or a `config` error that names the option. */
export function checkMilliseconds(vendor: string, option: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > longestTimerMs) {
    throw configError(
      vendor,
      `\`${option}\` must be a whole number of milliseconds from 1 to ${longestTimerMs}`,
    );
  }
  return value;
}

function checkAttempts(vendor: string, retry: ClientOptions["retry"]): number {
  if (retry === undefined) return 3;
  if (retry === false) return 1;
  const attempts: unknown = typeof retry === "object" && retry !== null ? retry.attempts : undefined;
  if (typeof attempts !== "number" || !Number.isInteger(attempts) || attempts < 1 || attempts > 10) {
    throw configError(vendor, "`retry` must be false or { attempts: 1 to 10 }");
  }
  return attempts;
}

import type { RateLimit } from "../options/rate-limit.ts";
import type { ClientOptions } from "../options/client-options.ts";

/** What is to be known of a vendor's limits. */
export interface RateRules {
  readonly vendor: string;
  /** The limits that the vendor documents. Absent: none is known. */
  readonly rateLimits?: readonly RateLimit[];
  /** Whether the vendor counts by key or by the caller's address. Default `key`. */
  readonly rateLimitedBy?: "key" | "address";
  /** The key that the vendor counts by, or the function that gives it. Absent: each transport counts alone. */
  readonly countedBy?: unknown;
}

/** Careful, for a vendor whose limit nobody knows: ten a second, five of them at once. */
const carefulLimits: readonly RateLimit[] = [{ requests: 100, perMs: 10_000 }];

const idsOfKeys = new WeakMap<object, number>();
let nextId = 1;

/** How fast one key may be used. It paces nothing by itself: who reads many accounts keeps to it. */
export class RequestRate {
  readonly #rules: RateRules;
  readonly #origin: string;
  readonly #rateLimit: ClientOptions["rateLimit"];
  #onSlowed: ((waitMs: number | undefined) => void) | undefined;

  constructor(rules: RateRules, origin: string, rateLimit: ClientOptions["rateLimit"]) {
    this.#rules = rules;
    this.#origin = origin;
    this.#rateLimit = rateLimit;
  }

  /** The limits to keep to, all of them; empty when there is none. */
  get limits(): readonly RateLimit[] {
    if (this.#rateLimit === false) return [];
    return this.#rateLimit === undefined ? (this.#rules.rateLimits ?? carefulLimits) : [this.#rateLimit];
  }

  /** The same for all that the vendor counts together. It may hold the key: never show it. */
  get sharedKey(): string {
    const { vendor, countedBy, rateLimitedBy } = this.#rules;
    const place = `${vendor} ${this.#origin}`;
    if (rateLimitedBy === "address") return place;
    return typeof countedBy === "string" ? `${place} "${countedBy}` : `${place} ${idOf(countedBy ?? this)}`;
  }

  /** Calls this when the vendor asks for a pause, with its milliseconds; undefined when it does not say how long. */
  onSlowed(listener: (waitMs: number | undefined) => void): void {
    this.#onSlowed = listener;
  }

  /** Says that the vendor asks for a pause. */
  slow(waitMs: number | undefined): void {
    this.#onSlowed?.(waitMs);
  }
}

function idOf(key: object): number {
  const id = idsOfKeys.get(key) ?? nextId++;
  idsOfKeys.set(key, id);
  return id;
}

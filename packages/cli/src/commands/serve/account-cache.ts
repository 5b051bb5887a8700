import type { BalanceResult } from "@openbalance/normalize";
import type { AccountReader } from "../../accounts/account-reader.ts";
import { askedWaitMs } from "../../accounts/asked-wait.ts";
import type { WantedAccount } from "../../config/wanted-account.ts";

/** The last reading of an account and what is known around it. */
export interface CachedReading {
  readonly result: BalanceResult;
  /** Milliseconds since the epoch of the last reading that succeeded. Absent: none did. */
  readonly lastSuccessMs?: number;
  /** Milliseconds since the epoch until which the vendor asked to be left alone, an hour at most. Absent: it did not. */
  readonly waitsUntilMs?: number;
  readonly durationMs: number;
  /** How often reading failed since the start, by code. */
  readonly failures: Readonly<Record<string, number>>;
}

/** One account that is read when somebody asks and the last reading is old. */
export interface AccountCache {
  /** Rejects for a fault alone. */
  read(): Promise<CachedReading>;
  /** The last reading, however old. Absent: the first has not come yet. */
  readonly latest: CachedReading | undefined;
}

export interface AccountCacheOptions {
  readonly reader: AccountReader;
  /** How long a reading serves, in milliseconds; the vendor's own limit when that is longer. */
  readonly everyMs: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Called with every fresh result. */
  readonly onFresh: (result: BalanceResult) => Promise<void>;
}

/** Creates the cache of one account. Those who ask at the same time share one reading. */
export function createAccountCache(wanted: WantedAccount, options: AccountCacheOptions): AccountCache {
  const { reader, everyMs, timeoutMs, signal, onFresh } = options;
  let cached: CachedReading | undefined;
  let servesUntilMs = 0;
  let underWay: Promise<CachedReading> | undefined;

  async function readFresh(): Promise<CachedReading> {
    const startMs = performance.now();
    const result = await reader(wanted, { timeoutMs, signal });
    servesUntilMs = performance.now() + Math.max(everyMs, wanted.shortestIntervalMs, askedWaitMs(result));
    cached = toReading(result, performance.now() - startMs, cached);
    await onFresh(result);
    return cached;
  }

  return {
    get latest() {
      return cached;
    },
    async read() {
      if (cached !== undefined && performance.now() < servesUntilMs) return cached;
      underWay ??= readFresh().finally(() => (underWay = undefined));
      return underWay;
    },
  };
}

function toReading(
  result: BalanceResult,
  durationMs: number,
  previous: CachedReading | undefined,
): CachedReading {
  const lastSuccessMs = result.ok ? Date.parse(result.snapshot.fetchedAt) : previous?.lastSuccessMs;
  const failures = { ...previous?.failures };
  if (!result.ok) failures[result.error.code] = (failures[result.error.code] ?? 0) + 1;
  const waitMs = askedWaitMs(result);
  return {
    result,
    durationMs,
    failures,
    ...(lastSuccessMs === undefined ? {} : { lastSuccessMs }),
    ...(waitMs === 0 ? {} : { waitsUntilMs: Date.now() + waitMs }),
  };
}

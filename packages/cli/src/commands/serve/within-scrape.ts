import type { IncomingHttpHeaders } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

// Prometheus gives up after 10 s unless it says otherwise.
const usualScrapeMs = 10_000;
/** Kept for writing the metrics and sending them. */
const reserveShare = 0.2;

/** Milliseconds in which a scrape has to be answered. https://prometheus.io/docs/prometheus/latest/configuration/configuration */
export function scrapeDeadlineMs(headers: IncomingHttpHeaders): number {
  const seconds = Number(headers["x-prometheus-scrape-timeout-seconds"]);
  const givenMs = seconds > 0 && seconds < 3_600 ? seconds * 1_000 : usualScrapeMs;
  return givenMs * (1 - reserveShare);
}

/** Waits for all, but no longer than there is time; what has not come by then goes on. Rejects with the first that does. */
export async function settleWithin(
  promises: readonly Promise<unknown>[],
  milliseconds: number,
): Promise<void> {
  const late = new AbortController();
  try {
    await Promise.race([Promise.all(promises), wait(milliseconds, undefined, { signal: late.signal })]);
  } finally {
    late.abort();
  }
}

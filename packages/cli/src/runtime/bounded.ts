import { within } from "@openbalance/http";

const longestTimerMs = 2 ** 31 - 1;

/**
 * Does work that may never end: rejects with a `TimeoutError` once the time is up, and with the signal's reason once
 * that aborts, whatever the work does. The work is told by its own signal.
 */
export function bounded<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return within(Math.min(timeoutMs, longestTimerMs), signal, tookTooLong, work);
}

function tookTooLong(): DOMException {
  return new DOMException("it took too long", "TimeoutError");
}

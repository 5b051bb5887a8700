import type { BalanceResult } from "@openbalance/normalize";
import { askedWaitMs } from "../../accounts/asked-wait.ts";
import type { WantedAccount } from "../../config/wanted-account.ts";

const longestTimerMs = 2 ** 31 - 1;
const jitterShare = 0.1;

/**
 * How long to wait for the next reading: what the user wants, but never less than the vendor's limit allows or the
 * vendor asked for, and up to a tenth more, so that many watchers do not meet. `random` is from 0 to 1.
 */
export function nextWaitMs(
  everyMs: number,
  { shortestIntervalMs }: WantedAccount,
  result: BalanceResult,
  random: number,
): number {
  const leastMs = Math.max(everyMs, shortestIntervalMs, askedWaitMs(result));
  return Math.min(longestTimerMs, Math.ceil(leastMs * (1 + jitterShare * random)));
}

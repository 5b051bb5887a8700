import { parseHttpDate } from "./http-date.ts";
import type { Reply } from "./problem.ts";

/** Milliseconds to wait by a header that names a second since the epoch; undefined when it is absent, past or none. */
export function waitUntilEpochSeconds({ headers, receivedAtMs }: Reply, name: string): number | undefined {
  const seconds = headers[name];
  if (seconds === undefined || !/^\d{1,10}$/.test(seconds)) return undefined;
  // A moment of the vendor's clock is measured by that clock.
  const leftMs = Number(seconds) * 1_000 - (parseHttpDate(headers["date"]) ?? receivedAtMs);
  return leftMs > 0 ? leftMs : undefined;
}

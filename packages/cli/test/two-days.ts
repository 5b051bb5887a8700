import type { Reading } from "../src/readings/reading.ts";

const hourMs = 3_600_000;

/** Readings of the last 48 hours: 2.5 an hour less, and a top-up of 500 in the middle. */
export function twoDays(account: string): readonly Reading[] {
  const now = Date.now();
  return Array.from({ length: 49 }, (_, hour): Reading => {
    const available = String(300 - 2.5 * hour + (hour >= 24 ? 500 : 0)) as `${number}`;
    const at = new Date(now - (48 - hour) * hourMs).toISOString();
    return { at, vendor: "telnyx", account, asset: "iso4217:USD", code: "USD", amounts: { available } };
  });
}

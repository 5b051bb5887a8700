import { createBitfrontClient } from "@openbalance/bitfront";

/**
 * Milliseconds that Bitfront's clock is ahead of this machine's, as its public time call tells; the time the reply
 * took is split in halves. Rejects with a `BalanceError`.
 */
export async function measureBitfrontClock(
  place: { readonly baseUrl?: string },
  signal: AbortSignal,
): Promise<number> {
  // The call is public. A client needs a key all the same, and none of the user's is worth sending.
  const client = createBitfrontClient({ apiKey: "public", apiSecret: "public", ...place });
  const sentAtMs = Date.now();
  const { data } = await client.GET("/v1/public/time", { signal });
  const receivedAtMs = Date.now();
  return data.responseTime === undefined
    ? Number.NaN
    : Math.round(data.responseTime - (sentAtMs + receivedAtMs) / 2);
}

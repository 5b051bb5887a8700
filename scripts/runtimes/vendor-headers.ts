import { randomInt } from "node:crypto";
import { signBitfrontRequest } from "@openbalance/bitfront";
import type { WitnessSettings } from "./witness-servers.ts";

/** The headers with which a request to a vendor is let in: what a proxy adds to those of a page. */
export async function vendorHeaders(
  vendor: string,
  path: string,
  { urls, keys }: WitnessSettings,
): Promise<Readonly<Record<string, string>>> {
  const { apiKey = "", apiSecret = "", token = "" } = keys[vendor] ?? {};
  switch (vendor) {
    case "bytenite":
      return { authorization: await exchangeKey(urls["bytenite"] ?? "", apiKey) };
    case "flexprice":
      return { "x-api-key": apiKey };
    case "telnyx":
      return { authorization: `Bearer ${apiKey}` };
    case "glyphrun":
      return { authorization: `Bearer ${token}` };
    case "bitfront": {
      const timestamp = Date.now();
      const nonce = String(randomInt(10_000, 100_000));
      const sign = await signBitfrontRequest({ method: "GET", path, nonce, timestamp, apiSecret });
      return {
        "x-api-key": apiKey,
        "x-api-nonce": nonce,
        "x-api-timestamp": String(timestamp),
        "x-api-sign": sign,
      };
    }
    default:
      return {};
  }
}

async function exchangeKey(url: string, apiKey: string): Promise<string> {
  const reply = await fetch(`${url}/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ apiKey }),
  });
  // What the mock's description says.
  const { token } = (await reply.json()) as { readonly token: string };
  return token;
}

import { signBitfrontRequest } from "@openbalance/bitfront";
import { bitfrontReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

/** Raw fetch for a vendor that wants every request signed: a caller without our client signs as well. */
export const subject: Subject = {
  reply: bitfrontReply,
  hasDeadline: false,
  takesSignal: true,
  open({ baseUrl, key = "" }) {
    const path = "/v1/account/balances";
    return {
      instance: undefined,
      async read() {
        const timestamp = Date.now();
        const signed = { method: "GET", path, query: "", nonce: "12345", timestamp, apiSecret: key } as const;
        const headers = {
          accept: "application/json",
          "x-api-key": key,
          "x-api-nonce": signed.nonce,
          "x-api-timestamp": String(timestamp),
          "x-api-sign": await signBitfrontRequest(signed),
        };
        const response = await fetch(`${baseUrl}${path}`, { headers });
        if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
        const { responseData } = (await response.json()) as { responseData: readonly { balance: unknown }[] };
        return responseData[0]?.balance;
      },
    };
  },
};

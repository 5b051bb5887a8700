import { Flexprice } from "@flexprice/sdk";
import { flexpriceReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

export const subject: Subject = {
  packageName: "@flexprice/sdk",
  reply: flexpriceReply,
  hasDeadline: true,
  takesSignal: true,
  open({ baseUrl, key, timeoutMs }) {
    const client = new Flexprice({
      serverURL: baseUrl,
      ...(key === undefined ? {} : { apiKeyAuth: key }),
      // Off unless asked for; without it every fault would end the call.
      retryConfig: { strategy: "backoff", retryConnectionErrors: true },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const readById = async (id: string, signal?: AbortSignal): Promise<unknown> => {
      const options = signal === undefined ? {} : { fetchOptions: { signal } };
      const reply = await client.wallets.getWalletBalance(id, undefined, options);
      return reply.balance;
    };
    return { instance: client, read: (signal) => readById("wallet_01J9ZQ4N", signal), readById };
  },
};

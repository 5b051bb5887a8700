import Telnyx from "telnyx";
import { telnyxReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

export const subject: Subject = {
  packageName: "telnyx",
  reply: telnyxReply,
  hasDeadline: true,
  takesSignal: true,
  open({ baseUrl, key, timeoutMs }) {
    const client = new Telnyx({
      baseURL: baseUrl,
      ...(key === undefined ? {} : { apiKey: key }),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    return {
      instance: client,
      async read(signal) {
        const reply: unknown = await client.balance.retrieve({ signal });
        return amountOf(reply);
      },
      readById: async (id) => client.messages.retrieve(id),
    };
  },
};

/** The amount, or the whole reply where it is none of the kind that the types promise. */
function amountOf(reply: unknown): unknown {
  const { data } = reply as { data?: { balance?: unknown } };
  return data === undefined ? reply : data.balance;
}

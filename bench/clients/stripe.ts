import { Stripe } from "stripe";
import { stripeReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

export const subject: Subject = {
  packageName: "stripe",
  reply: stripeReply,
  hasDeadline: true,
  takesSignal: false,
  open({ baseUrl, key, timeoutMs }) {
    const { hostname, port } = new URL(baseUrl);
    // Its paths begin with /v1 already. An absent key is what a caller's unset variable is at run time.
    const client = new Stripe(key as string, {
      host: hostname,
      port,
      protocol: "http",
      telemetry: false,
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    return {
      instance: client,
      async read() {
        const reply: unknown = await client.balance.retrieve();
        return amountOf(reply);
      },
      readById: async (id) => client.customers.retrieve(id),
    };
  },
};

/** The amount, or the whole reply where it is none of the kind that the types promise. */
function amountOf(reply: unknown): unknown {
  const { available } = reply as { available?: readonly { amount?: unknown }[] };
  return available === undefined ? reply : available[0]?.amount;
}

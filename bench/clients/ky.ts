import ky from "ky";
import { telnyxReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

export const subject: Subject = {
  packageName: "ky",
  reply: telnyxReply,
  hasDeadline: true,
  takesSignal: true,
  open({ baseUrl, key, timeoutMs }) {
    const client = ky.create({
      prefix: baseUrl,
      ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    return {
      instance: client,
      async read(signal) {
        const reply = await client
          .get("balance", signal === undefined ? {} : { signal })
          .json<{ data: { balance: unknown } }>();
        return reply.data.balance;
      },
    };
  },
};

import { telnyxReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

/** The platform's fetch with the least that a careful caller writes around it: what all others are set beside. */
export const subject: Subject = {
  reply: telnyxReply,
  hasDeadline: false,
  takesSignal: true,
  open({ baseUrl, key }) {
    const headers = {
      accept: "application/json",
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    };
    return {
      instance: undefined,
      async read(signal) {
        const response = await fetch(`${baseUrl}/balance`, {
          headers,
          ...(signal === undefined ? {} : { signal }),
        });
        if (!response.ok) throw new Error(`GET /balance answered ${response.status}`);
        // Whatever the reply holds: it is parsed, and no member of it is looked at.
        return (await response.json()) as unknown;
      },
    };
  },
};

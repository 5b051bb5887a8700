import OpenAI from "openai";
import { openaiReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

export const subject: Subject = {
  packageName: "openai",
  reply: openaiReply,
  hasDeadline: true,
  takesSignal: true,
  open({ baseUrl, key, timeoutMs }) {
    const client = new OpenAI({
      baseURL: baseUrl,
      ...(key === undefined ? {} : { apiKey: key }),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    return {
      instance: client,
      async read(signal) {
        const reply: unknown = await client.models.retrieve("balance", { signal });
        return typeof reply === "object" && reply !== null && "created" in reply ? reply.created : reply;
      },
      readById: async (id) => client.models.retrieve(id),
    };
  },
};

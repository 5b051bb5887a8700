import { request } from "@octokit/request";
import { flexpriceReply } from "./replies.ts";
import type { Subject } from "./subject.ts";

export const subject: Subject = {
  packageName: "@octokit/request",
  reply: flexpriceReply,
  hasDeadline: false,
  takesSignal: true,
  open({ baseUrl, key }) {
    const client = request.defaults({
      baseUrl,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });
    const readById = async (id: string, signal?: AbortSignal): Promise<unknown> => {
      // Typed for GitHub's own routes; any other is taken as it comes.
      const { data } = await client("GET /wallets/{id}/balance/real-time", {
        id,
        ...(signal === undefined ? {} : { request: { signal } }),
      });
      const reply: unknown = data;
      return typeof reply === "object" && reply !== null && "balance" in reply ? reply.balance : reply;
    };
    return { instance: client, read: (signal) => readById("wallet_01J9ZQ4N", signal), readById };
  },
};

import { telnyxAccount } from "@openbalance/normalize/telnyx";
import { createTelnyxClient } from "@openbalance/telnyx";
import { ownSubjects, type OwnSubjects } from "./openbalance.ts";
import { telnyxReply } from "./replies.ts";

export const subjects: OwnSubjects = ownSubjects({
  vendor: "telnyx",
  reply: telnyxReply,
  createClient: (apiKey, options) => createTelnyxClient({ apiKey, ...options }),
  createAccount: (apiKey, options) => telnyxAccount({ apiKey, ...options }),
  call: async (created, signal) => (await created.GET("/balance", { signal })).data.data?.balance,
});

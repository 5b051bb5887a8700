import { createBitfrontClient } from "@openbalance/bitfront";
import { bitfrontAccount } from "@openbalance/normalize/bitfront";
import { ownSubjects, type OwnSubjects } from "./openbalance.ts";
import { bitfrontReply } from "./replies.ts";

export const subjects: OwnSubjects = ownSubjects({
  vendor: "bitfront",
  reply: bitfrontReply,
  // One value stands for both halves, so that a key that leaks is found whichever half it was.
  createClient: (key, options) => createBitfrontClient({ apiKey: key, apiSecret: key, ...options }),
  createAccount: (key, options) => bitfrontAccount({ apiKey: key, apiSecret: key, ...options }),
  call: async (created, signal) => (await created.GET("/v1/account/balances", { signal })).data,
});

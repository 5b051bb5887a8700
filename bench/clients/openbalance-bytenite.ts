import { createByteniteClient } from "@openbalance/bytenite";
import { byteniteAccount } from "@openbalance/normalize/bytenite";
import { ownSubjects, type OwnSubjects } from "./openbalance.ts";
import { byteniteReply } from "./replies.ts";

export const subjects: OwnSubjects = ownSubjects({
  vendor: "bytenite",
  reply: byteniteReply,
  createClient: (accessToken, options) => createByteniteClient({ accessToken, ...options }),
  createAccount: (accessToken, options) => byteniteAccount({ accessToken, ...options }),
  call: async (created, signal) => (await created.GET("/balance", { signal })).data,
});

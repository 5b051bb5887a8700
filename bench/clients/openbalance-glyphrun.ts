import { createGlyphrunClient } from "@openbalance/glyphrun";
import { glyphrunAccount } from "@openbalance/normalize/glyphrun";
import { ownSubjects, type OwnSubjects } from "./openbalance.ts";
import { glyphrunReply } from "./replies.ts";

export const subjects: OwnSubjects = ownSubjects({
  vendor: "glyphrun",
  reply: glyphrunReply,
  createClient: (token, options) => createGlyphrunClient({ token, ...options }),
  createAccount: (token, options) => glyphrunAccount({ token, ...options }),
  call: async (created, signal) => (await created.GET("/wallet/balance", { signal })).data,
});

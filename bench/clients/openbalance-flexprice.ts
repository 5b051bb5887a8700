import { createFlexpriceClient } from "@openbalance/flexprice";
import { flexpriceAccount } from "@openbalance/normalize/flexprice";
import { ownSubjects, type OwnSubjects } from "./openbalance.ts";
import { flexpriceReply } from "./replies.ts";

const path = "/wallets/{id}/balance/real-time";
const walletId = "wallet_01J9ZQ4N";

export const subjects: OwnSubjects = ownSubjects({
  vendor: "flexprice",
  reply: flexpriceReply,
  createClient: (apiKey, options) => createFlexpriceClient({ apiKey, ...options }),
  createAccount: (apiKey, options) => flexpriceAccount({ apiKey, walletId, ...options }),
  call: async (created, signal) =>
    (await created.GET(path, { params: { path: { id: walletId } }, signal })).data.balance,
  callById: (created, id) => created.GET(path, { params: { path: { id } } }),
});

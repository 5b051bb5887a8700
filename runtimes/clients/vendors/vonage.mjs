import { Accounts } from "@vonage/accounts";

export const read = (restHost) =>
  new Accounts({ apiKey: "abcd1234", apiSecret: "demo-vonage-secret" }, { restHost }).getBalance();

import { decodeOpenrouterBalance } from "@openbalance/normalize/openrouter";
import { createOpenrouterClient } from "@openbalance/openrouter";
import type { ComparedClient } from "../compared-client.ts";

export const compared: ComparedClient = {
  operationId: "getCredits",
  decode: decodeOpenrouterBalance,
  renames: true,
  read: (baseUrl) =>
    createOpenrouterClient({ apiKey: "sk-or-v1-demo", baseUrl, retry: false }).GET("/credits"),
};

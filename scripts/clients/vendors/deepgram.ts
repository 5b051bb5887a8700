import { createDeepgramClient } from "@openbalance/deepgram";
import { decodeDeepgramBalance } from "@openbalance/normalize/deepgram";
import type { ComparedClient } from "../compared-client.ts";

export const compared: ComparedClient = {
  operationId: "listProjectBalances",
  decode: decodeDeepgramBalance,
  read(baseUrl) {
    const client = createDeepgramClient({ apiKey: "demo-deepgram-key", baseUrl, retry: false });
    const params = { path: { project_id: "3f1c0000-0000-4000-8000-000000000001" } };
    return client.GET("/v1/projects/{project_id}/balances", { params });
  },
};

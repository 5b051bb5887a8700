import { DeepgramClient } from "@deepgram/sdk";

export const read = (baseUrl) => {
  const client = new DeepgramClient({ apiKey: "demo-deepgram-key", baseUrl, maxRetries: 0 });
  return client.manage.v1.projects.billing.balances.list("3f1c0000-0000-4000-8000-000000000001");
};

import { address, flag, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const deepgram: VendorEntry = {
  title: "Deepgram",
  api: { status: "alive" },
  settings: [
    secret("apiKey", "DEEPGRAM_API_KEY", "API key that may read the billing of the project"),
    setting("projectId", "DEEPGRAM_PROJECT_ID", "the project to read, a UUID"),
    flag("withExpiry", "DEEPGRAM_WITH_EXPIRY", "true: ask for the purchases too, for when each ends"),
    address("DEEPGRAM_BASE_URL"),
  ],
  balanceCall: () => "GET /v1/projects/{project_id}/balances",
  demo: { apiKey: "demo-deepgram-key", projectId: "3f1c0000-0000-4000-8000-000000000001" },
};

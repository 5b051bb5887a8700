import { address, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const xai: VendorEntry = {
  title: "xAI",
  api: { status: "alive" },
  settings: [
    secret("managementKey", "XAI_MANAGEMENT_API_KEY", "management key; a key for the models is refused"),
    setting("teamId", "XAI_TEAM_ID", "the team to read, the UUID in the address of the console"),
    address("XAI_BASE_URL"),
  ],
  demo: { managementKey: "demo-xai-key", teamId: "11111111-2222-4333-8444-555555555555" },
};

import { address, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const vonage: VendorEntry = {
  title: "Vonage",
  api: { status: "alive" },
  settings: [
    setting("apiKey", "VONAGE_API_KEY", "API key of the account"),
    secret("apiSecret", "VONAGE_API_SECRET", "API secret of the account"),
    address("VONAGE_BASE_URL"),
  ],
  demo: { apiKey: "abcd1234", apiSecret: "demo-vonage-secret" },
};

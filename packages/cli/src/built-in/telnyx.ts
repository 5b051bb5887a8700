import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const telnyx: VendorEntry = {
  title: "Telnyx",
  api: { status: "alive" },
  settings: [secret("apiKey", "TELNYX_API_KEY", "API v2 key"), address("TELNYX_BASE_URL")],
  demo: { apiKey: "KEY_demo_telnyx" },
};

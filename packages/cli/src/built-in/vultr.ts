import { address, flag, secret, type VendorEntry } from "./vendor-entry.ts";

export const vultr: VendorEntry = {
  title: "Vultr",
  api: { status: "alive" },
  settings: [
    secret("apiKey", "VULTR_API_KEY", "API key, which may be bound to addresses"),
    flag("includeName", "VULTR_INCLUDE_NAME", "true: keep the name of the account, which is personal"),
    address("VULTR_BASE_URL"),
  ],
  demo: { apiKey: "demo-vultr-key" },
};

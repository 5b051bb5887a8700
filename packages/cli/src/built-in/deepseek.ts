import { address, secret, type VendorEntry } from "./vendor-entry.ts";

export const deepseek: VendorEntry = {
  title: "DeepSeek",
  api: { status: "alive" },
  settings: [secret("apiKey", "DEEPSEEK_API_KEY", "API key"), address("DEEPSEEK_BASE_URL")],
  demo: { apiKey: "demo-deepseek-key" },
};

import { textOf } from "../runtime/environment.ts";
import { address, choice, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const moonshot: VendorEntry = {
  title: "Moonshot",
  api: { status: "alive" },
  settings: [
    secret("apiKey", "MOONSHOT_API_KEY", "API key of that platform"),
    choice("region", "MOONSHOT_REGION", ["international", "china"], "the platform, and with it USD or CNY"),
    address("MOONSHOT_BASE_URL", "address of the API without /v1, in place of a region"),
    setting("currency", "MOONSHOT_CURRENCY", "what is counted at such an address, such as USD"),
  ],
  needs: [["apiKey"], ["region", "baseUrl"]],
  refusedHint: ({ region, baseUrl }) =>
    baseUrl === undefined && region !== undefined ? `of the platform ${textOf(region)}` : undefined,
  demo: { apiKey: "sk-demo-moonshot", currency: "USD" },
};

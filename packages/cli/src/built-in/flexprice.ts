import { textOf } from "../runtime/environment.ts";
import { address, choice, secret, setting, type VendorEntry } from "./vendor-entry.ts";

export const flexprice: VendorEntry = {
  title: "Flexprice",
  api: { status: "alive" },
  settings: [
    secret("apiKey", "FLEXPRICE_API_KEY", "API key"),
    setting("walletId", "FLEXPRICE_WALLET_ID", "the wallet to read"),
    choice("region", "FLEXPRICE_REGION", ["us", "india"], "where the account lives"),
    address("FLEXPRICE_BASE_URL", "address of the API, in place of a region"),
  ],
  needs: [["apiKey"], ["walletId"], ["region", "baseUrl"]],
  inPlaceOf: () => ({ baseUrl: ["region"] }),
  refusedHint: ({ region, baseUrl }) =>
    baseUrl === undefined && region !== undefined ? `of the region ${textOf(region)}` : undefined,
  demo: { apiKey: "sk_demo_flexprice", walletId: "wallet_01J9ZQ4N" },
};

import { address, secret, setting, textOf } from "./environment.ts";
import type { VendorEntry } from "./vendor-entry.ts";

// Vendors of which one variable stands in for another.

export const byteniteVariables: VendorEntry = {
  vendor: "bytenite",
  settings: [
    secret("apiKey", "BYTENITE_API_KEY", "API key, exchanged for access tokens"),
    secret("accessToken", "BYTENITE_ACCESS_TOKEN", "access token, in place of a key"),
    address("BYTENITE_BASE_URL", "address of the wallet API"),
    setting("authBaseUrl", "BYTENITE_AUTH_BASE_URL", "address where a key is exchanged"),
  ],
  needs: [["apiKey", "accessToken"]],
  // A token needs no address where a key is exchanged.
  inPlaceOf: () => ({ accessToken: ["apiKey", "authBaseUrl"] }),
};

export const flexpriceVariables: VendorEntry = {
  vendor: "flexprice",
  settings: [
    secret("apiKey", "FLEXPRICE_API_KEY", "API key"),
    setting("walletId", "FLEXPRICE_WALLET_ID", "the wallet to read"),
    setting("region", "FLEXPRICE_REGION", "us or india: where the account lives"),
    address("FLEXPRICE_BASE_URL", "address of the API, in place of a region"),
  ],
  needs: [["apiKey"], ["walletId"], ["region", "baseUrl"]],
  inPlaceOf: () => ({ baseUrl: ["region"] }),
  refusedHint: ({ region, baseUrl }) =>
    baseUrl === undefined && region !== undefined ? `of the region ${textOf(region)}` : undefined,
};

export const openrouterVariables: VendorEntry = {
  vendor: "openrouter",
  settings: [
    {
      ...secret(
        "managementKey",
        "OPENROUTER_MANAGEMENT_KEY",
        "management key, which alone may read the account",
      ),
      fills: "apiKey",
    },
    secret("apiKey", "OPENROUTER_API_KEY", "key, read where there is no management key"),
    setting("scope", "OPENROUTER_SCOPE", "account (the default), or key: the limit of the key itself"),
    address("OPENROUTER_BASE_URL"),
  ],
  needs: [["managementKey", "apiKey"]],
  // The limit of a key is that of the key that makes calls, so it goes first there.
  inPlaceOf: ({ scope }) => (scope === "key" ? { apiKey: ["managementKey"] } : { managementKey: ["apiKey"] }),
  refusedHint: ({ scope }) => (scope === "key" ? undefined : "a management key"),
};

export const twilioVariables: VendorEntry = {
  vendor: "twilio",
  settings: [
    setting("accountSid", "TWILIO_ACCOUNT_SID", "the account to read, AC and 32 digits"),
    secret("authToken", "TWILIO_AUTH_TOKEN", "Auth Token of that account"),
    setting("apiKeySid", "TWILIO_API_KEY", "SID of an API key, in place of the token"),
    secret("apiKeySecret", "TWILIO_API_SECRET", "secret of that key"),
    address("TWILIO_BASE_URL"),
  ],
  needs: [["accountSid"], ["authToken", "apiKeySecret"]],
  // A key may lack the right to read a balance.
  inPlaceOf: () => ({ authToken: ["apiKeySid", "apiKeySecret"] }),
};

import {
  byteniteAccount,
  byteniteCapabilities,
  flexpriceAccount,
  flexpriceCapabilities,
  openrouterAccount,
  openrouterCapabilities,
  twilioAccount,
  twilioCapabilities,
} from "@openbalance/normalize";
import { address, secret, setting, textOf, textOption, type VendorEntry } from "./environment.ts";

// Vendors of which one variable stands in for another, so that the account is opened in one of several ways.

export const byteniteVariables: VendorEntry = {
  vendor: "bytenite",
  account: byteniteAccount,
  capabilities: byteniteCapabilities,
  settings: [
    secret("apiKey", "BYTENITE_API_KEY", "API key, exchanged for access tokens"),
    secret("accessToken", "BYTENITE_ACCESS_TOKEN", "access token, in place of a key"),
    address("BYTENITE_BASE_URL", "address of the wallet API"),
    setting("authBaseUrl", "BYTENITE_AUTH_BASE_URL", "address where a key is exchanged"),
  ],
  needs: [["apiKey", "accessToken"]],
  // A token goes before a key, and needs no address where a key is exchanged.
  open({ apiKey = "", accessToken, baseUrl, authBaseUrl }, ref) {
    const place = textOption("baseUrl", baseUrl);
    if (accessToken) return byteniteAccount({ accessToken, ref, ...place });
    return byteniteAccount({ apiKey, ref, ...place, ...textOption("authBaseUrl", authBaseUrl) });
  },
};

export const flexpriceVariables: VendorEntry = {
  vendor: "flexprice",
  account: flexpriceAccount,
  capabilities: flexpriceCapabilities,
  settings: [
    secret("apiKey", "FLEXPRICE_API_KEY", "API key"),
    setting("walletId", "FLEXPRICE_WALLET_ID", "the wallet to read"),
    setting("region", "FLEXPRICE_REGION", "us or india: where the account lives"),
    address("FLEXPRICE_BASE_URL", "address of the API, in place of a region"),
  ],
  needs: [["apiKey"], ["walletId"], ["region", "baseUrl"]],
  refusedHint: ({ region, baseUrl }) =>
    baseUrl === undefined && region !== undefined ? `of the region ${textOf(region)}` : undefined,
  open({ apiKey = "", walletId, region, baseUrl }, ref) {
    const credentials = { apiKey, walletId: textOf(walletId) ?? "", ref };
    const server = textOf(baseUrl);
    // Any text may stand in the variable; the factory refuses all but its two regions.
    const place = textOf(region) as "us" | "india";
    return flexpriceAccount(
      server === undefined ? { ...credentials, region: place } : { ...credentials, baseUrl: server },
    );
  },
};

export const openrouterVariables: VendorEntry = {
  vendor: "openrouter",
  account: openrouterAccount,
  capabilities: openrouterCapabilities,
  settings: [
    secret("managementKey", "OPENROUTER_MANAGEMENT_KEY", "management key, which alone may read the account"),
    secret("apiKey", "OPENROUTER_API_KEY", "key, read where there is no management key"),
    setting("scope", "OPENROUTER_SCOPE", "account (the default), or key: the limit of the key itself"),
    address("OPENROUTER_BASE_URL"),
  ],
  needs: [["managementKey", "apiKey"]],
  refusedHint: ({ scope }) => (scope === "key" ? undefined : "a management key"),
  // The limit of a key is that of the key that makes calls, so it goes first there.
  open({ managementKey, apiKey, scope, baseUrl }, ref) {
    const key = scope === "key" ? (apiKey ?? managementKey) : (managementKey ?? apiKey);
    // Any text may stand in the variable; the factory refuses all but its two scopes.
    const asked = textOption("scope", scope) as { readonly scope?: "account" | "key" };
    return openrouterAccount({ apiKey: key ?? "", ref, ...asked, ...textOption("baseUrl", baseUrl) });
  },
};

export const twilioVariables: VendorEntry = {
  vendor: "twilio",
  account: twilioAccount,
  capabilities: twilioCapabilities,
  settings: [
    setting("accountSid", "TWILIO_ACCOUNT_SID", "the account to read, AC and 32 digits"),
    secret("authToken", "TWILIO_AUTH_TOKEN", "Auth Token of that account"),
    setting("apiKeySid", "TWILIO_API_KEY", "SID of an API key, in place of the token"),
    secret("apiKeySecret", "TWILIO_API_SECRET", "secret of that key"),
    address("TWILIO_BASE_URL"),
  ],
  needs: [["accountSid"], ["authToken", "apiKeySecret"]],
  // The token goes before a key, which may lack the right to read a balance.
  open({ accountSid, authToken, apiKeySid, apiKeySecret = "", baseUrl }, ref) {
    const account = { accountSid: textOf(accountSid) ?? "", ref, ...textOption("baseUrl", baseUrl) };
    if (authToken) return twilioAccount({ ...account, authToken });
    return twilioAccount({ ...account, apiKeySid: textOf(apiKeySid) ?? "", apiKeySecret });
  },
};

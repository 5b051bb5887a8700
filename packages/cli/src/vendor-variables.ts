import {
  bitfrontAccount,
  bitfrontCapabilities,
  byteniteAccount,
  byteniteCapabilities,
  deepgramAccount,
  deepgramCapabilities,
  deepseekAccount,
  deepseekCapabilities,
  digitaloceanAccount,
  digitaloceanCapabilities,
  elevenlabsAccount,
  elevenlabsCapabilities,
  flexpriceAccount,
  flexpriceCapabilities,
  glyphrunAccount,
  glyphrunCapabilities,
  moonshotAccount,
  moonshotCapabilities,
  openrouterAccount,
  openrouterCapabilities,
  stripeAccount,
  stripeCapabilities,
  telnyxAccount,
  telnyxCapabilities,
  twilioAccount,
  twilioCapabilities,
  vonageAccount,
  vonageCapabilities,
  vultrAccount,
  vultrCapabilities,
  xaiAccount,
  xaiCapabilities,
} from "@openbalance/normalize";
import {
  address,
  secret,
  setting,
  textOf,
  textOption,
  vendorFromEntry,
  type VendorEntry,
  type VendorVariables,
} from "./environment.ts";

const entries: readonly VendorEntry[] = [
  {
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
  },
  {
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
  },
  {
    vendor: "telnyx",
    account: telnyxAccount,
    capabilities: telnyxCapabilities,
    settings: [secret("apiKey", "TELNYX_API_KEY", "API v2 key"), address("TELNYX_BASE_URL")],
  },
  {
    vendor: "glyphrun",
    account: glyphrunAccount,
    capabilities: glyphrunCapabilities,
    settings: [
      secret("token", "GLYPHRUN_TOKEN", "token of a login, which lasts about an hour"),
      address("GLYPHRUN_BASE_URL"),
    ],
    shortestIntervalMs: 6_000,
    refusedHint: () => "younger than about an hour",
  },
  {
    vendor: "bitfront",
    account: bitfrontAccount,
    capabilities: bitfrontCapabilities,
    settings: [
      secret("apiKey", "BITFRONT_API_KEY", "public half of the key"),
      secret("apiSecret", "BITFRONT_API_SECRET", "secret half, which signs and is never sent"),
      address("BITFRONT_BASE_URL"),
    ],
    shortestIntervalMs: 10_000,
    async measureClock(values, signal) {
      const { measureBitfrontClock } = await import("./doctor/bitfront-clock.ts");
      return measureBitfrontClock(textOption("baseUrl", values["baseUrl"]), signal);
    },
  },
  // From here on in alphabetical order; `pnpm add-vendor` puts entries there.
  {
    vendor: "deepgram",
    account: deepgramAccount,
    capabilities: deepgramCapabilities,
    settings: [
      secret("apiKey", "DEEPGRAM_API_KEY", "API key that may read the billing of the project"),
      setting("projectId", "DEEPGRAM_PROJECT_ID", "the project to read, a UUID"),
      address("DEEPGRAM_BASE_URL"),
    ],
  },
  {
    vendor: "deepseek",
    account: deepseekAccount,
    capabilities: deepseekCapabilities,
    settings: [secret("apiKey", "DEEPSEEK_API_KEY", "API key"), address("DEEPSEEK_BASE_URL")],
  },
  {
    vendor: "digitalocean",
    account: digitaloceanAccount,
    capabilities: digitaloceanCapabilities,
    settings: [
      secret("token", "DIGITALOCEAN_TOKEN", "personal access token"),
      address("DIGITALOCEAN_BASE_URL"),
    ],
  },
  {
    vendor: "elevenlabs",
    account: elevenlabsAccount,
    capabilities: elevenlabsCapabilities,
    settings: [
      secret("apiKey", "ELEVENLABS_API_KEY", "API key with the right user_read"),
      address("ELEVENLABS_BASE_URL"),
    ],
  },
  {
    vendor: "moonshot",
    account: moonshotAccount,
    capabilities: moonshotCapabilities,
    settings: [
      secret("apiKey", "MOONSHOT_API_KEY", "API key of that platform"),
      setting("region", "MOONSHOT_REGION", "international or china: the platform, and with it USD or CNY"),
      address("MOONSHOT_BASE_URL", "address of the API without /v1, in place of a region"),
      setting("currency", "MOONSHOT_CURRENCY", "what is counted at such an address, such as USD"),
    ],
    needs: [["apiKey"], ["region", "baseUrl"]],
    refusedHint: ({ region, baseUrl }) =>
      baseUrl === undefined && region !== undefined ? `of the platform ${textOf(region)}` : undefined,
  },
  {
    vendor: "openrouter",
    account: openrouterAccount,
    capabilities: openrouterCapabilities,
    settings: [
      secret(
        "managementKey",
        "OPENROUTER_MANAGEMENT_KEY",
        "management key, which alone may read the account",
      ),
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
  },
  {
    vendor: "stripe",
    account: stripeAccount,
    capabilities: stripeCapabilities,
    settings: [
      secret("apiKey", "STRIPE_SECRET_KEY", "secret key, or a restricted one that may read the balance"),
      setting("connectedAccount", "STRIPE_CONNECTED_ACCOUNT", "a connected account, acct_ and what follows"),
      address("STRIPE_BASE_URL"),
    ],
    needs: [["apiKey"]],
  },
  {
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
  },
  {
    vendor: "vonage",
    account: vonageAccount,
    capabilities: vonageCapabilities,
    settings: [
      setting("apiKey", "VONAGE_API_KEY", "API key of the account"),
      secret("apiSecret", "VONAGE_API_SECRET", "API secret of the account"),
      setting("currency", "VONAGE_CURRENCY", "where the account is not kept in EUR"),
      address("VONAGE_BASE_URL"),
    ],
    needs: [["apiKey"], ["apiSecret"]],
  },
  {
    vendor: "vultr",
    account: vultrAccount,
    capabilities: vultrCapabilities,
    settings: [
      secret("apiKey", "VULTR_API_KEY", "API key, which may be bound to addresses"),
      address("VULTR_BASE_URL"),
    ],
  },
  {
    vendor: "xai",
    account: xaiAccount,
    capabilities: xaiCapabilities,
    settings: [
      secret("managementKey", "XAI_MANAGEMENT_API_KEY", "management key; a key for the models is refused"),
      setting("teamId", "XAI_TEAM_ID", "the team to read, the UUID in the address of the console"),
      address("XAI_BASE_URL"),
    ],
  },
];

/** The vendors in the order in which they are printed. */
export const vendorVariables: readonly VendorVariables[] = entries.map((entry) => vendorFromEntry(entry));

/** What is known of a vendor by its name; undefined for one of the user's own making. */
export function findVendor(name: string): VendorVariables | undefined {
  return vendorVariables.find(({ vendor }) => vendor === name);
}

import {
  byteniteVariables,
  flexpriceVariables,
  openrouterVariables,
  twilioVariables,
} from "./either-or-variables.ts";
import { address, flag, secret, setting, textOf, textOption, type VendorVariables } from "./environment.ts";
import { vendorFromEntry, type VendorEntry } from "./vendor-entry.ts";

const entries: readonly VendorEntry[] = [
  byteniteVariables,
  flexpriceVariables,
  {
    vendor: "telnyx",
    settings: [secret("apiKey", "TELNYX_API_KEY", "API v2 key"), address("TELNYX_BASE_URL")],
  },
  {
    vendor: "glyphrun",
    settings: [
      secret("token", "GLYPHRUN_TOKEN", "token of a login, which lasts about an hour"),
      address("GLYPHRUN_BASE_URL"),
    ],
    shortestIntervalMs: 6_000,
    refusedHint: () => "younger than about an hour",
  },
  {
    vendor: "bitfront",
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
    settings: [
      secret("apiKey", "DEEPGRAM_API_KEY", "API key that may read the billing of the project"),
      setting("projectId", "DEEPGRAM_PROJECT_ID", "the project to read, a UUID"),
      flag("withExpiry", "DEEPGRAM_WITH_EXPIRY", "true: ask for the purchases too, for when each ends"),
      address("DEEPGRAM_BASE_URL"),
    ],
  },
  {
    vendor: "deepseek",
    settings: [secret("apiKey", "DEEPSEEK_API_KEY", "API key"), address("DEEPSEEK_BASE_URL")],
  },
  {
    vendor: "digitalocean",
    settings: [
      secret("token", "DIGITALOCEAN_TOKEN", "personal access token"),
      address("DIGITALOCEAN_BASE_URL"),
    ],
  },
  {
    vendor: "elevenlabs",
    settings: [
      secret("apiKey", "ELEVENLABS_API_KEY", "API key with the right user_read"),
      address("ELEVENLABS_BASE_URL"),
    ],
  },
  {
    vendor: "linode",
    settings: [secret("token", "LINODE_TOKEN", "personal access token"), address("LINODE_BASE_URL")],
  },
  {
    vendor: "moonshot",
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
  openrouterVariables,
  {
    vendor: "stripe",
    settings: [
      secret("apiKey", "STRIPE_SECRET_KEY", "secret key, or a restricted one that may read the balance"),
      setting("connectedAccount", "STRIPE_CONNECTED_ACCOUNT", "a connected account, acct_ and what follows"),
      address("STRIPE_BASE_URL"),
    ],
    needs: [["apiKey"]],
  },
  twilioVariables,
  {
    vendor: "vonage",
    settings: [
      setting("apiKey", "VONAGE_API_KEY", "API key of the account"),
      secret("apiSecret", "VONAGE_API_SECRET", "API secret of the account"),
      address("VONAGE_BASE_URL"),
    ],
    needs: [["apiKey"], ["apiSecret"]],
  },
  {
    vendor: "vultr",
    settings: [
      secret("apiKey", "VULTR_API_KEY", "API key, which may be bound to addresses"),
      flag("includeName", "VULTR_INCLUDE_NAME", "true: keep the name of the account, which is personal"),
      address("VULTR_BASE_URL"),
    ],
  },
  {
    vendor: "xai",
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

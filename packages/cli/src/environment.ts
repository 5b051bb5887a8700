import {
  bitfrontAccount,
  bitfrontCapabilities,
  byteniteAccount,
  byteniteCapabilities,
  flexpriceAccount,
  flexpriceCapabilities,
  glyphrunAccount,
  glyphrunCapabilities,
  telnyxAccount,
  telnyxCapabilities,
  type BalanceAccount,
  type VendorCapabilities,
} from "@openbalance/normalize";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a vendor's account is made of: text, or for a secret that changes a function that gives it. */
export type SettingValue = string | (() => Promise<string>);
export type SettingValues = Readonly<Record<string, SettingValue | undefined>>;

/** One option of a vendor's account and the variable that holds it. */
export interface VendorSetting {
  readonly option: string;
  readonly variable: string;
  /** A secret never stands in a configuration or on the command line; a setting may. */
  readonly kind: "secret" | "setting";
  readonly brief: string;
}

/** What is to be known of one vendor to read it from a command line. */
export interface VendorVariables {
  readonly vendor: string;
  readonly settings: readonly VendorSetting[];
  /** What its replies can fill. */
  readonly capabilities: VendorCapabilities;
  /** Groups of options; one option of every group is needed. */
  readonly needs: readonly (readonly string[])[];
  /** Milliseconds between two reads of a key, at least: a tenth of the documented rate, or 30 s where none is. */
  readonly shortestIntervalMs: number;
  /** What a key must be beside right. */
  readonly refusedHint?: (values: SettingValues) => string | undefined;
  /** Milliseconds that the vendor's clock is ahead of this machine's. Absent: the vendor looks at no clock. */
  readonly measureClock?: (values: SettingValues, signal: AbortSignal) => Promise<number>;
  /** Throws `config` when a value is missing or malformed. */
  open(values: SettingValues, ref: string): BalanceAccount;
}

/** The vendors in the order in which they are printed. */
export const vendorVariables: readonly VendorVariables[] = [
  {
    vendor: "bytenite",
    capabilities: byteniteCapabilities,
    settings: [
      secret("apiKey", "BYTENITE_API_KEY", "API key, exchanged for access tokens"),
      secret("accessToken", "BYTENITE_ACCESS_TOKEN", "access token, in place of a key"),
      setting("baseUrl", "BYTENITE_BASE_URL", "address of the wallet API"),
      setting("authBaseUrl", "BYTENITE_AUTH_BASE_URL", "address where a key is exchanged"),
    ],
    needs: [["apiKey", "accessToken"]],
    shortestIntervalMs: 30_000,
    open({ apiKey = "", accessToken, baseUrl, authBaseUrl }, ref) {
      const place = textOption("baseUrl", baseUrl);
      if (accessToken) return byteniteAccount({ accessToken, ref, ...place });
      return byteniteAccount({ apiKey, ref, ...place, ...textOption("authBaseUrl", authBaseUrl) });
    },
  },
  {
    vendor: "flexprice",
    capabilities: flexpriceCapabilities,
    settings: [
      secret("apiKey", "FLEXPRICE_API_KEY", "API key"),
      setting("walletId", "FLEXPRICE_WALLET_ID", "the wallet to read"),
      setting("region", "FLEXPRICE_REGION", "us or india: where the account lives"),
      setting("baseUrl", "FLEXPRICE_BASE_URL", "address of the API, in place of a region"),
    ],
    needs: [["apiKey"], ["walletId"], ["region", "baseUrl"]],
    shortestIntervalMs: 30_000,
    refusedHint: ({ region, baseUrl }) =>
      baseUrl === undefined && region !== undefined ? `of the region ${textOf(region)}` : undefined,
    open({ apiKey = "", walletId, region, baseUrl }, ref) {
      const credentials = { apiKey, walletId: textOf(walletId) ?? "", ref };
      const address = textOf(baseUrl);
      // Any text may stand in the variable; the factory refuses all but its two regions.
      const place = textOf(region) as "us" | "india";
      return flexpriceAccount(
        address === undefined ? { ...credentials, region: place } : { ...credentials, baseUrl: address },
      );
    },
  },
  {
    vendor: "telnyx",
    capabilities: telnyxCapabilities,
    settings: [
      secret("apiKey", "TELNYX_API_KEY", "API v2 key"),
      setting("baseUrl", "TELNYX_BASE_URL", "address of the API"),
    ],
    needs: [["apiKey"]],
    shortestIntervalMs: 30_000,
    open({ apiKey = "", baseUrl }, ref) {
      return telnyxAccount({ apiKey, ref, ...textOption("baseUrl", baseUrl) });
    },
  },
  {
    vendor: "glyphrun",
    capabilities: glyphrunCapabilities,
    settings: [
      secret("token", "GLYPHRUN_TOKEN", "token of a login, which lasts about an hour"),
      setting("baseUrl", "GLYPHRUN_BASE_URL", "address of the API"),
    ],
    needs: [["token"]],
    shortestIntervalMs: 6_000,
    refusedHint: () => "younger than about an hour",
    open({ token = "", baseUrl }, ref) {
      return glyphrunAccount({ token, ref, ...textOption("baseUrl", baseUrl) });
    },
  },
  {
    vendor: "bitfront",
    capabilities: bitfrontCapabilities,
    settings: [
      secret("apiKey", "BITFRONT_API_KEY", "public half of the key"),
      secret("apiSecret", "BITFRONT_API_SECRET", "secret half, which signs and is never sent"),
      setting("baseUrl", "BITFRONT_BASE_URL", "address of the API"),
    ],
    needs: [["apiKey"], ["apiSecret"]],
    shortestIntervalMs: 10_000,
    async measureClock(values, signal) {
      const { measureBitfrontClock } = await import("./doctor/bitfront-clock.ts");
      return measureBitfrontClock(textOption("baseUrl", values["baseUrl"]), signal);
    },
    open({ apiKey = "", apiSecret = "", baseUrl }, ref) {
      return bitfrontAccount({ apiKey, apiSecret, ref, ...textOption("baseUrl", baseUrl) });
    },
  },
];

/** What is known of a vendor by its name; undefined for one of the user's own making. */
export function findVendor(name: string): VendorVariables | undefined {
  return vendorVariables.find(({ vendor }) => vendor === name);
}

function secret(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "secret", brief };
}

function setting(option: string, variable: string, brief: string): VendorSetting {
  return { option, variable, kind: "setting", brief };
}

function textOf(value: SettingValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** An option that is set, or nothing at all. */
function textOption<Name extends string>(
  name: Name,
  value: SettingValue | undefined,
): { readonly [Key in Name]?: string } {
  const text = textOf(value);
  // A computed key loses its literal type, which is the only thing said here.
  return (text === undefined ? {} : { [name]: text }) as { readonly [Key in Name]?: string };
}

import {
  bitfrontAccount,
  byteniteAccount,
  flexpriceAccount,
  glyphrunAccount,
  telnyxAccount,
  type BalanceAccount,
} from "@openbalance/normalize";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of one vendor, and how an account is made of it. */
export interface VendorVariables {
  readonly vendor: string;
  /** Any of these being set means that the account is wanted. */
  readonly variables: readonly string[];
  /** Throws `config` when a variable is missing or malformed. */
  account(environment: Environment): BalanceAccount;
}

/** The vendors in the order in which they are printed. */
export const vendorVariables: readonly VendorVariables[] = [
  {
    vendor: "bytenite",
    variables: ["BYTENITE_API_KEY", "BYTENITE_ACCESS_TOKEN", "BYTENITE_BASE_URL", "BYTENITE_AUTH_BASE_URL"],
    account: (environment) => {
      const baseUrl = present("baseUrl", environment["BYTENITE_BASE_URL"]);
      const accessToken = environment["BYTENITE_ACCESS_TOKEN"];
      if (accessToken !== undefined) return byteniteAccount({ accessToken, ...baseUrl });
      return byteniteAccount({
        apiKey: environment["BYTENITE_API_KEY"] ?? "",
        ...baseUrl,
        ...present("authBaseUrl", environment["BYTENITE_AUTH_BASE_URL"]),
      });
    },
  },
  {
    vendor: "flexprice",
    variables: ["FLEXPRICE_API_KEY", "FLEXPRICE_WALLET_ID", "FLEXPRICE_REGION", "FLEXPRICE_BASE_URL"],
    account: (environment) => {
      const baseUrl = environment["FLEXPRICE_BASE_URL"];
      const credentials = {
        apiKey: environment["FLEXPRICE_API_KEY"] ?? "",
        walletId: environment["FLEXPRICE_WALLET_ID"] ?? "",
      };
      // Any text may stand in the variable; the factory refuses all but its two regions.
      const region = environment["FLEXPRICE_REGION"] as "us" | "india";
      return flexpriceAccount({ ...credentials, ...(baseUrl === undefined ? { region } : { baseUrl }) });
    },
  },
  {
    vendor: "telnyx",
    variables: ["TELNYX_API_KEY", "TELNYX_BASE_URL"],
    account: (environment) =>
      telnyxAccount({
        apiKey: environment["TELNYX_API_KEY"] ?? "",
        ...present("baseUrl", environment["TELNYX_BASE_URL"]),
      }),
  },
  {
    vendor: "glyphrun",
    variables: ["GLYPHRUN_TOKEN", "GLYPHRUN_BASE_URL"],
    account: (environment) =>
      glyphrunAccount({
        token: environment["GLYPHRUN_TOKEN"] ?? "",
        ...present("baseUrl", environment["GLYPHRUN_BASE_URL"]),
      }),
  },
  {
    vendor: "bitfront",
    variables: ["BITFRONT_API_KEY", "BITFRONT_API_SECRET", "BITFRONT_BASE_URL"],
    account: (environment) =>
      bitfrontAccount({
        apiKey: environment["BITFRONT_API_KEY"] ?? "",
        apiSecret: environment["BITFRONT_API_SECRET"] ?? "",
        ...present("baseUrl", environment["BITFRONT_BASE_URL"]),
      }),
  },
];

/** An option that is set, or nothing at all. */
function present<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: string } {
  // A computed key loses its literal type, which is the only thing said here.
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
}

import { bitfrontAccount, telnyxAccount, type BalanceAccount } from "@openbalance/normalize";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of one vendor, and how an account is made of it. */
export interface VendorVariables {
  readonly vendor: string;
  /** Any of these being set means that the account is wanted. */
  readonly variables: readonly string[];
  account(environment: Environment): BalanceAccount;
}

/** The vendors in the order in which they are printed. */
export const vendorVariables: readonly VendorVariables[] = [
  {
    vendor: "telnyx",
    variables: ["TELNYX_API_KEY", "TELNYX_BASE_URL"],
    account: (environment) =>
      telnyxAccount({
        apiKey: environment["TELNYX_API_KEY"] ?? "",
        ...baseUrl(environment["TELNYX_BASE_URL"]),
      }),
  },
  {
    vendor: "bitfront",
    variables: ["BITFRONT_API_KEY", "BITFRONT_API_SECRET", "BITFRONT_BASE_URL"],
    account: (environment) =>
      bitfrontAccount({
        apiKey: environment["BITFRONT_API_KEY"] ?? "",
        apiSecret: environment["BITFRONT_API_SECRET"] ?? "",
        ...baseUrl(environment["BITFRONT_BASE_URL"]),
      }),
  },
];

function baseUrl(value: string | undefined): { readonly baseUrl?: string } {
  return value === undefined ? {} : { baseUrl: value };
}

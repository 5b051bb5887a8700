import { configError, createKeyTransport, createVendorClient, ownOptions } from "@openbalance/http";
import type {
  ClientDefaults,
  ClientOptions,
  Credential,
  SuccessBody,
  Transport,
  VendorClient,
} from "@openbalance/http";
import type { paths } from "./generated/openapi.ts";
import { reads } from "./generated/reads.ts";
import { readStripeProblem } from "./problem.ts";

export type StripeClient = VendorClient<paths>;

/** The documented body of `GET /v1/balance`. Its amounts are doubles in minor units; read the text for exact ones. */
export type StripeBalanceReply = SuccessBody<paths["/v1/balance"]["get"]>;

export interface StripeOptions extends ClientOptions {
  /**
   * A secret key, or a restricted one that may read the balance, or a function that gives one.
   * https://docs.stripe.com/keys
   */
  readonly apiKey: Credential;
  /**
   * The connected account whose balance is read, such as `acct_1032D82eZvKYlo2C`. Absent: the account of the key.
   * https://docs.stripe.com/connect/authentication
   */
  readonly connectedAccount?: string;
}

/** The version of the API that the description is of; without it the account's own default would decide. */
const apiVersion = "2026-10-28.endive";

/** Creates a client of the Stripe API. Throws `config` when key or account are missing or malformed. */
export function createStripeClient(options: StripeOptions & ClientDefaults): StripeClient {
  return createVendorClient(createStripeTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createStripeTransport(options: StripeOptions): Transport<paths> {
  const rules = {
    vendor: "stripe",
    baseUrl: "https://api.stripe.com",
    option: "apiKey",
    prefix: "Bearer ",
    // A caller without types can leave the options out, which the key's client says.
    headers: headersFor(ownOptions(options)?.connectedAccount),
    reads,
    // Of a test key; a live one has 100. https://support.stripe.com/questions/rate-limit-error-when-creating-bulk-api-requests
    rateLimits: [{ requests: 25, perMs: 1_000 }],
    readProblem: readStripeProblem,
  } as const;
  return createKeyTransport(rules, options, "connectedAccount");
}

function headersFor(account: string | undefined): Readonly<Record<string, string>> {
  if (account === undefined) return { "stripe-version": apiVersion };
  if (typeof account !== "string" || !/^acct_\w{1,64}$/.test(account)) {
    throw configError("stripe", "`connectedAccount` must be the id of an account: acct_ and what follows");
  }
  return { "stripe-version": apiVersion, "stripe-account": account };
}

import { createBasicTransport, createVendorClient } from "@openbalance/http";
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
import { readTwilioProblem } from "./problem.ts";

export type TwilioClient = VendorClient<paths>;

/** The documented body of `GET /2010-04-01/Accounts/{AccountSid}/Balance.json`. Every member may be absent or null. */
export type TwilioBalanceReply = SuccessBody<paths["/2010-04-01/Accounts/{AccountSid}/Balance.json"]["get"]>;

/** The account itself: https://www.twilio.com/docs/iam/api/account */
export interface TwilioTokenOptions extends ClientOptions {
  /** The SID of the account the token belongs to, AC and 32 hexadecimal digits. */
  readonly accountSid: string;
  /** The Auth Token, or a function that gives it. */
  readonly authToken: Credential;
}

/** An API key. A main one may read a balance; others may lack the right: https://www.twilio.com/docs/iam/api-keys */
export interface TwilioKeyOptions extends ClientOptions {
  /** The SID of the key, SK and 32 hexadecimal digits. */
  readonly apiKeySid: string;
  /** Its secret, or a function that gives it. */
  readonly apiKeySecret: Credential;
}

export type TwilioOptions = TwilioTokenOptions | TwilioKeyOptions;

/** Creates a client of the Twilio API of 2010. Throws `config` when SID or secret are missing or malformed. */
export function createTwilioClient(options: TwilioOptions & ClientDefaults): TwilioClient {
  return createVendorClient(createTwilioTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createTwilioTransport(options: TwilioOptions): Transport<paths> {
  const rules = {
    vendor: "twilio",
    baseUrl: "https://api.twilio.com",
    reads,
    readProblem: readTwilioProblem,
  };
  return hasKey(options)
    ? createBasicTransport({ ...rules, userOption: "apiKeySid", option: "apiKeySecret" }, options)
    : createBasicTransport({ ...rules, userOption: "accountSid", option: "authToken" }, options);
}

function hasKey(options: TwilioOptions): options is TwilioKeyOptions {
  // A caller without types can leave the options out, which the client then says.
  return typeof options === "object" && options !== null && Object.hasOwn(options, "apiKeySid");
}

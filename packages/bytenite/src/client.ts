import {
  checkCredential,
  configError,
  createTransport,
  createVendorClient,
  refuseUnknownOptions,
  withCredential,
} from "@openbalance/http";
import type {
  ClientDefaults,
  ClientOptions,
  Credential,
  SuccessBody,
  Transport,
  VendorClient,
  VendorRules,
} from "@openbalance/http";
import { createAccessTokens } from "./auth.ts";
import type { paths } from "./generated/openapi.ts";
import { reads } from "./generated/reads.ts";
import { readByteniteProblem } from "./problem.ts";

export type ByteniteClient = VendorClient<paths>;

/** The documented body of `GET /balance`. Its amounts are doubles; read the text for exact ones. */
export type ByteniteBalanceReply = SuccessBody<paths["/balance"]["get"]>;

interface CommonOptions extends ClientOptions {
  /** Whether the access token is sent as it is or behind the word Bearer. Default `raw`, as ByteNite documents it. */
  readonly authScheme?: "raw" | "bearer";
}

/** An API key, which the client exchanges for access tokens and again when one ends. */
export interface ByteniteKeyOptions extends CommonOptions {
  /** The key, or a function that gives it, called for every exchange. https://docs.bytenite.com/api-reference/authentication-api/access-token */
  readonly apiKey: Credential;
  /** Where the key is exchanged. Required when `baseUrl` is given, so that a key meant for one place is not sent to another. */
  readonly authBaseUrl?: string;
  readonly accessToken?: never;
}

/** An access token that the caller has got and renews. */
export interface ByteniteTokenOptions extends CommonOptions {
  /** The token, or a function that gives it, called for every attempt. */
  readonly accessToken: Credential;
  readonly apiKey?: never;
  readonly authBaseUrl?: never;
}

export type ByteniteOptions = ByteniteKeyOptions | ByteniteTokenOptions;

/** Creates a client of the ByteNite wallet API. Throws `config` when the credential is missing, doubled or malformed. */
export function createByteniteClient(options: ByteniteOptions & ClientDefaults): ByteniteClient {
  return createVendorClient(createByteniteTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createByteniteTransport(given: ByteniteOptions): Transport<paths> {
  const names = ["apiKey", "accessToken", "authScheme", "authBaseUrl"];
  const options = refuseUnknownOptions("bytenite", given, names);
  const rules = {
    vendor: "bytenite",
    baseUrl: "https://api.bytenite.com/v1/wallet",
    reads,
    readProblem: readByteniteProblem,
    countedBy: options.apiKey ?? options.accessToken,
    ...authorization(options, schemeOf(options)),
  };
  return createTransport<paths>(rules, options);
}

function schemeOf({ authScheme = "raw" }: ByteniteOptions): string {
  if (authScheme !== "raw" && authScheme !== "bearer") {
    throw configError("bytenite", "`authScheme` must be raw or bearer");
  }
  return authScheme === "raw" ? "" : "Bearer ";
}

function authorization(options: ByteniteOptions, scheme: string): Pick<VendorRules, "authorize" | "recover"> {
  const { apiKey, accessToken } = options;
  if (accessToken === undefined) {
    checkCredential("bytenite", "apiKey", apiKey);
    return exchangedToken(apiKey, options, scheme);
  }
  if (apiKey !== undefined) {
    throw configError("bytenite", "give either `apiKey` or `accessToken`, not both");
  }
  if (options.authBaseUrl !== undefined) {
    throw configError("bytenite", "`authBaseUrl` goes with `apiKey`; an `accessToken` is not exchanged");
  }
  checkCredential("bytenite", "accessToken", accessToken);
  return {
    authorize: ({ headers }) =>
      withCredential("bytenite", "accessToken", accessToken, (token) => {
        headers["authorization"] = scheme + token;
      }),
  };
}

function exchangedToken(
  apiKey: Credential,
  options: ByteniteOptions,
  scheme: string,
): Pick<VendorRules, "authorize" | "recover"> {
  if (options.baseUrl !== undefined && options.authBaseUrl === undefined) {
    throw configError(
      "bytenite",
      "`baseUrl` with `apiKey` needs `authBaseUrl` too, where the key is exchanged",
    );
  }
  const tokens = createAccessTokens(
    apiKey,
    options.authBaseUrl ?? "https://api.bytenite.com/v1/auth",
    options,
  );
  return {
    async authorize({ headers }, signal) {
      headers["authorization"] = scheme + (await tokens.get(signal));
    },
    recover(problem, _reply, sent) {
      if (problem.code !== "unauthenticated") return false;
      tokens.drop(sent.headers["authorization"]?.slice(scheme.length) ?? "");
      return true;
    },
  };
}

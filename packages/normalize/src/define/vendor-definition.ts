import { configError, parseBaseUrl, type OutgoingRequest, type Problem, type Reply } from "@openbalance/http";
import { checkFunction, refuseUnknownNames } from "../model/check-options.ts";
import type { SnapshotContent, SuccessReply } from "../decode/vendor-reply.ts";

/** What every definition of a vendor says. */
export interface VendorBasics<Vendor extends string> {
  /** The vendor's name: lower case, as it stands in snapshots, errors and asset ids. */
  readonly vendor: Vendor;
  /**
   * What is wrong with a reply; undefined for a success. Build it with `describeProblem`. Absent: the HTTP
   * status alone decides.
   */
  readonly readProblem?: (reply: Reply) => Problem | undefined;
  /** Reads the balances out of a success. Pure: no I/O and no clock. */
  readonly decode: (reply: SuccessReply) => SnapshotContent;
}

/** A vendor whose balance is one GET, sent with the deadlines, retries and checks of every other vendor. */
export interface EndpointDefinition<
  Vendor extends string,
  Path extends string,
  CredentialName extends string,
> extends VendorBasics<Vendor> {
  /** The address of the API: https, or http on loopback. Accounts may give another. */
  readonly baseUrl: string;
  /** Below the base URL. Each `{name}` in it is an option of the account, sent percent-encoded. */
  readonly path: Path;
  /** The options of an account that are secrets: strings, or functions that give one for every attempt. */
  readonly credentials: readonly CredentialName[];
  /** Puts the credentials on the request, for every attempt anew. Header names in lower case. */
  readonly authorize: (
    request: OutgoingRequest,
    credentials: Readonly<Record<CredentialName, string>>,
    signal: AbortSignal,
  ) => void | Promise<void>;
}

/** A vendor that is asked in a way of its own. */
export interface RequestDefinition<
  Vendor extends string,
  Options extends object,
> extends VendorBasics<Vendor> {
  /** Asks the vendor. Reject with a `BalanceError` to say what failed, and heed the signal. */
  readonly request: (options: Options, signal: AbortSignal) => Promise<VendorResponse>;
}

/** What a vendor answered, as text. */
export interface VendorResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Asks a vendor once. */
export type ReadReply = (signal: AbortSignal | undefined) => Promise<VendorResponse>;

/** The names in braces of a path. */
export function pathParameters(path: string): readonly string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}

const basics = ["vendor", "readProblem", "decode"];
const reserved = new Set(["ref", "baseUrl", "fetch", "timeoutMs", "attemptTimeoutMs", "retry", "observe"]);

/** Refuses a definition that is wrong, naming the member. */
export function checkDefinition(
  definition: EndpointDefinition<string, string, string> | RequestDefinition<string, object>,
): void {
  const byRequest = typeof definition === "object" && definition !== null && "request" in definition;
  const own = byRequest ? ["request"] : ["baseUrl", "path", "credentials", "authorize"];
  refuseUnknownNames("definition", definition, [...basics, ...own]);
  const { vendor } = definition;
  if (typeof vendor !== "string" || !/^[a-z][a-z0-9-]{0,63}$/.test(vendor)) {
    throw configError("openbalance", "`vendor` must be a name of lower-case letters, digits and hyphens");
  }
  checkFunction("readProblem", definition.readProblem);
  const functions = byRequest ? ["decode", "request"] : ["decode", "authorize"];
  const missing = functions.find((name) => typeof Reflect.get(definition, name) !== "function");
  if (missing !== undefined) throw configError(vendor, `\`${missing}\` must be a function`);
  if (!("request" in definition)) checkEndpoint(definition);
}

function checkEndpoint(definition: EndpointDefinition<string, string, string>): void {
  const { vendor, baseUrl, path, credentials } = definition;
  parseBaseUrl(vendor, "baseUrl", baseUrl);
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw configError(vendor, "`path` must begin with a slash");
  }
  if (!Array.isArray(credentials) || !credentials.every((name) => typeof name === "string")) {
    throw configError(vendor, "`credentials` must be an array of names");
  }
  const names = [...credentials, ...pathParameters(path)];
  const twice = names.find((name, index) => reserved.has(name) || names.indexOf(name) !== index);
  if (twice !== undefined) throw configError(vendor, `\`${twice}\` would be two options of one account`);
}

import { basicAuthorization, checkBasicUser } from "./basic-authorization.ts";
import { refuseUnknownOptions, type ClientOptions } from "./client-options.ts";
import { checkCredential, withCredential } from "./credential.ts";
import type { VendorRules } from "./exchange.ts";
import type { WriteParameters } from "./parameters.ts";
import { createTypedClient, type ParametersRule, type VendorClient } from "./vendor-client.ts";

/** What is to be known of a vendor whose requests carry one key that the caller gives. */
export interface KeyRules<Option extends string> extends Pick<VendorRules, "vendor" | "readProblem"> {
  readonly baseUrl: string;
  /** The option that holds the key, such as `apiKey`. */
  readonly option: Option;
  /** The header that carries it, in lower case. Default `authorization`. */
  readonly header?: string;
  /** What stands before it, such as `Bearer` and a blank. Nothing when absent. */
  readonly prefix?: string;
  /** Writes the header's value of the key. In place of `prefix`. */
  readonly write?: (key: string) => string;
  /** Sent beside the key with every request; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `writeParameters`, where a call takes parameters. */
  readonly parameters?: WriteParameters;
}

/**
 * Creates the client of a vendor that is sent one key in one header. Throws `config` for an option that is unknown,
 * and for a key that is missing or malformed. `otherOptions` names what the client takes beside the key and what
 * every client takes.
 */
export function createKeyClient<Paths, Options extends ClientOptions>(
  rules: KeyRules<keyof Options & string> & ParametersRule<Paths>,
  options: Options,
  ...otherOptions: readonly (keyof Options & string)[]
): VendorClient<Paths> {
  const { vendor, option, header = "authorization", prefix = "" } = rules;
  const { write = (text: string) => prefix + text } = rules;
  const key: unknown = refuseUnknownOptions(vendor, options, [option, ...otherOptions])[option];
  checkCredential(vendor, option, key);
  const authorize: VendorRules["authorize"] = ({ headers }) =>
    withCredential(vendor, option, key, (text) => {
      Object.assign(headers, rules.headers, { [header]: write(text) });
    });
  return createTypedClient<Paths>({ ...rules, authorize }, options);
}

/** What is to be known of a vendor whose requests carry a user and a key as HTTP Basic (RFC 7617). */
export interface BasicRules<Option extends string> extends Pick<
  KeyRules<Option>,
  "vendor" | "baseUrl" | "option" | "readProblem" | "parameters"
> {
  /** The option that holds the user; the key is the password. */
  readonly userOption: Option;
}

/** Creates the client of a vendor that is sent a user and a key. Throws `config` as `createKeyClient` does. */
export function createBasicClient<Paths, Options extends ClientOptions>(
  rules: BasicRules<keyof Options & string> & ParametersRule<Paths>,
  options: Options,
): VendorClient<Paths> {
  const { vendor, option, userOption } = rules;
  const own = refuseUnknownOptions(vendor, options, [option, userOption]);
  const user = checkBasicUser(vendor, userOption, own[userOption]);
  const write = (password: string): string => basicAuthorization(user, password);
  return createKeyClient<Paths, Options>({ ...rules, write }, options, userOption);
}

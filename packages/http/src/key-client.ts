import { refuseUnknownOptions, type ClientOptions } from "./client-options.ts";
import { basicAuthorization, checkBasicUser } from "./basic-authorization.ts";
import { checkCredential, resolveCredential } from "./credential.ts";
import type { VendorRules } from "./exchange.ts";
import { createVendorClient, type VendorClient } from "./vendor-client.ts";

/** What is to be known of a vendor whose requests carry one key that the caller gives. */
export interface KeyRules<Option extends string> extends Pick<VendorRules, "vendor" | "readProblem"> {
  readonly baseUrl: string;
  /** The option that holds the key, such as `apiKey`. */
  readonly option: Option;
  /** The header that carries it, in lower case. Default `authorization`. */
  readonly header?: string;
  /** What stands before it, such as `Bearer` and a blank. Nothing when absent. */
  readonly prefix?: string;
  /** The option that holds the user of HTTP Basic, whose password the key is. In place of `prefix`. */
  readonly userOption?: Option;
  /** Sent beside the key with every request; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Creates the client of a vendor that is sent one key in one header. Throws `config` for an option that is unknown,
 * and for a key or user that is missing or malformed. `otherOptions` names what the client takes beside the key and what
 * every client takes.
 */
export function createKeyClient<Paths, Options extends ClientOptions>(
  rules: KeyRules<keyof Options & string>,
  options: Options,
  ...otherOptions: readonly (keyof Options & string)[]
): VendorClient<Paths> {
  const { vendor, option, userOption, header = "authorization", prefix = "" } = rules;
  const userOptions = userOption === undefined ? [] : [userOption];
  refuseUnknownOptions(vendor, options, [option, ...userOptions, ...otherOptions]);
  const [user] = userOptions.map((name) => checkBasicUser(vendor, name, options[name]));
  const key: unknown = options[option];
  checkCredential(vendor, option, key);
  const authorize: VendorRules["authorize"] = ({ headers }) => {
    const add = (text: string): void => {
      Object.assign(headers, rules.headers);
      headers[header] = user === undefined ? prefix + text : basicAuthorization(user, text);
    };
    // Nothing to wait for, so no time is lost by it.
    return typeof key === "string" ? add(key) : resolveCredential(vendor, option, key).then(add);
  };
  return createVendorClient<Paths>({ ...rules, authorize }, options);
}

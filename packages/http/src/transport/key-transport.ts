import { basicAuthorization, checkBasicUser } from "../options/basic-authorization.ts";
import { refuseUnknownOptions, type ClientOptions } from "../options/client-options.ts";
import { checkCredential, withCredential } from "../options/credential.ts";
import { ownOptions } from "../options/own-options.ts";
import { createTransport, type Transport, type TransportRules } from "./transport.ts";

/** What is to be known of a vendor whose requests carry one key that the caller gives. */
export interface KeyRules<Option extends string> extends Omit<TransportRules, "authorize" | "recover"> {
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
}

/**
 * Creates the transport of a vendor that is sent one key in one header. Throws `config` for an option that is unknown,
 * and for a key that is missing or malformed. `otherOptions` names what it takes beside the key and what every client
 * takes.
 */
export function createKeyTransport<Paths extends {}, Options extends ClientOptions>(
  rules: KeyRules<keyof Options & string>,
  options: Options,
  ...otherOptions: readonly (keyof Options & string)[]
): Transport<Paths> {
  const { vendor, option } = rules;
  const key: unknown = refuseUnknownOptions(vendor, options, [option, ...otherOptions])[option];
  checkCredential(vendor, option, key);
  const { header = "authorization", prefix = "", headers: others, write } = ownOptions(rules);
  const authorize: TransportRules["authorize"] = ({ headers }) =>
    withCredential(vendor, option, key, (text) => {
      Object.assign(headers, others, { [header]: write ? write(text) : prefix + text });
    });
  return createTransport<Paths>({ ...rules, authorize, countedBy: key }, options);
}

/** What is to be known of a vendor whose requests carry a user and a key as HTTP Basic (RFC 7617). */
export interface BasicRules<Option extends string> extends Omit<
  KeyRules<Option>,
  "header" | "prefix" | "write" | "headers"
> {
  /** The option that holds the user; the key is the password. */
  readonly userOption: Option;
}

/** Creates the transport of a vendor that is sent a user and a key. Throws `config` as `createKeyTransport` does. */
export function createBasicTransport<Paths extends {}, Options extends ClientOptions>(
  rules: BasicRules<keyof Options & string>,
  options: Options,
): Transport<Paths> {
  const { vendor, option, userOption } = rules;
  const own = refuseUnknownOptions(vendor, options, [option, userOption]);
  const user = checkBasicUser(vendor, userOption, own[userOption]);
  const write = (password: string): string => basicAuthorization(user, password);
  return createKeyTransport<Paths, Options>({ ...rules, write }, options, userOption);
}

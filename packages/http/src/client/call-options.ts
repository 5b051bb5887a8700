import { mergeHeaders, type HeadersOptions, type Middleware, type ParseAs } from "openapi-fetch";
import { configError } from "../errors/balance-error.ts";
import { leavesBase, parseBaseUrl } from "../options/base-url.ts";
import { checkObject } from "../options/check-object.ts";
import { checkSignal } from "../options/check-signal.ts";
import { checkFunction } from "../options/client-options.ts";
import { ownOptions } from "../options/own-options.ts";
import type { Serializers } from "./serializers.ts";

/** What one call says, checked. What is wrong with a parameter or a body shows while it is written. */
export interface CheckedCall extends Serializers {
  readonly params: { readonly path: object; readonly query: object; readonly header: HeadersOptions };
  readonly headers: HeadersOptions;
  readonly body?: unknown;
  readonly parseAs: ParseAs;
  readonly signal: AbortSignal | undefined;
  readonly baseUrl: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly middleware: Middleware[];
}

const forms = ["json", "text", "blob", "arrayBuffer", "stream"];
const callOptions = [
  // A read has none.
  "body",
  "params",
  "headers",
  "parseAs",
  "signal",
  "baseUrl",
  "fetch",
  "middleware",
  "pathSerializer",
  "querySerializer",
  "bodySerializer",
];
// They change neither where a request goes nor what is made of its reply.
const platformOptions = [
  "cache",
  "credentials",
  "duplex",
  "integrity",
  "keepalive",
  "mode",
  "priority",
  "referrer",
  "referrerPolicy",
];

/** Checks a call of any form: a plain JavaScript caller is held by no type. Throws `config`, which names the option. */
export function checkCall(
  vendor: string,
  clientUrl: string,
  method: string,
  path: unknown,
  options: unknown = {},
): CheckedCall {
  if (typeof path !== "string" || !path.startsWith("/")) throw leavesBase(vendor);
  const mayHaveBody = !/^(get|head)$/i.test(method) || Reflect.get(Object(options), "body") === undefined;
  const known = callOptions.slice(mayHaveBody ? 0 : 1).concat(platformOptions);
  const call = checkObject(vendor, "the options of a call", options, known);
  const { params = {}, headers, parseAs = "json", baseUrl = clientUrl, middleware = [] } = call;
  const places = checkObject(vendor, "`params`", params, ["path", "query", "header"]);
  const { path: parts = {}, query = {}, header } = places;
  if (!forms.includes(parseAs as string)) {
    throw configError(vendor, `\`parseAs\` must be one of ${forms.join(", ")}`);
  }
  if (!Array.isArray(middleware)) throw configError(vendor, "`middleware` must be an array");
  checkFunction(vendor, "fetch", call["fetch"]);
  // As for the platform, null is none.
  const signal = (call["signal"] ?? undefined) as AbortSignal | undefined;
  checkSignal(vendor, signal);
  return ownOptions({
    // Said where there is none too, since openapi-fetch would look for it on the prototype.
    body: undefined,
    // The serializers are called where a failure of theirs is caught; what `fetch` gives is looked at.
    ...(call as Pick<CheckedCall, "body" | "fetch" | keyof Serializers>),
    params: {
      path: checkObject(vendor, "`params.path`", parts),
      query: checkObject(vendor, "`params.query`", query),
      header: checkHeaders(vendor, "params.header", header),
    },
    headers: checkHeaders(vendor, "headers", headers),
    parseAs: parseAs as ParseAs,
    signal,
    baseUrl: baseUrl === clientUrl ? clientUrl : parseBaseUrl(vendor, "baseUrl", baseUrl),
    // openapi-fetch looks at each.
    middleware: middleware as Middleware[],
  });
}

/** What the platform's own `fetch` is to be given of a call. */
export function platformInit(call: CheckedCall): RequestInit {
  const own = platformOptions.filter((name) => name in call);
  return Object.fromEntries(own.map((name) => [name, Reflect.get(call, name)]));
}

/** Refuses headers that cannot be sent, naming the option. The platform's own message would quote the value. */
export function checkHeaders(vendor: string, option: string, headers: unknown = {}): HeadersOptions {
  checkObject(vendor, `\`${option}\``, headers);
  // Each value is looked at next.
  const given = headers as HeadersOptions;
  try {
    const values: readonly unknown[] = Object.values(given).flat();
    mergeHeaders(given);
    if (values.every((value) => Object(value) !== value)) return given;
  } catch {
    // Said below.
  }
  throw configError(vendor, `\`${option}\` must hold texts that can stand in an HTTP header, by valid names`);
}

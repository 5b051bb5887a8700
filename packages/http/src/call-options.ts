import type { HeadersOptions, Middleware, ParseAs } from "openapi-fetch";
import { configError } from "./balance-error.ts";
import { checkHeaders } from "./call-headers.ts";
import { checkObject } from "./check-object.ts";
import { checkSignal } from "./check-signal.ts";
import { checkSerializers, type Serializers } from "./serializers.ts";

/** What one call may say, checked. */
export interface CheckedCall {
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly header: HeadersOptions | undefined;
  };
  readonly headers: HeadersOptions | undefined;
  readonly body: unknown;
  readonly parseAs: ParseAs;
  readonly signal: AbortSignal | undefined;
  /** An address of the client's own origin; whoever calls checks it. */
  readonly baseUrl: unknown;
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  readonly middleware: Middleware[];
  readonly serializers: Serializers;
  /** What else the platform's `fetch` is given. */
  readonly init: RequestInit;
}

// They change neither where a request goes nor what is made of its reply.
const fetchOptions = [
  ...["cache", "credentials", "duplex", "integrity", "keepalive"],
  ...["mode", "priority", "referrer", "referrerPolicy"],
];
const callOptions = [
  ...["params", "headers", "parseAs", "signal", "baseUrl", "fetch", "middleware"],
  ...["querySerializer", "pathSerializer", "bodySerializer"],
];
const forms = ["json", "text", "blob", "arrayBuffer", "stream"];

/** Checks a call of any form: a plain JavaScript caller is held by no type. Throws `config`, naming the option. */
export function checkCall(
  vendor: string,
  method: unknown,
  path: unknown,
  options: unknown = {},
): CheckedCall {
  if (typeof method !== "string" || !/^[a-z]+$/i.test(method)) {
    throw configError(vendor, "the method of a call must be a word, such as get");
  }
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw configError(vendor, "the path of a call must be a string that begins with a slash");
  }
  const known = [...callOptions, ...(/^(get|head)$/i.test(method) ? [] : ["body"]), ...fetchOptions];
  const call = checkObject(vendor, "the options of a call", options, known);
  const { body, parseAs = "json", signal, baseUrl, fetch, middleware = [] } = call;
  if (!forms.includes(parseAs as string)) {
    throw configError(vendor, `\`parseAs\` must be ${forms.slice(0, -1).join(", ")} or ${forms.at(-1)}`);
  }
  if (fetch !== undefined && typeof fetch !== "function") {
    throw configError(vendor, "`fetch` must be a function");
  }
  if (!Array.isArray(middleware)) throw configError(vendor, "`middleware` must be an array");
  const aborting = (signal ?? undefined) as AbortSignal | undefined;
  checkSignal(vendor, aborting);
  return {
    ...checkParameters(vendor, call),
    body,
    parseAs: parseAs as ParseAs,
    signal: aborting,
    baseUrl,
    // It gives what it gives, which the exchange looks at.
    fetch: fetch as CheckedCall["fetch"],
    // openapi-fetch looks at each.
    middleware: middleware as Middleware[],
    serializers: checkSerializers(vendor, call),
    init: Object.fromEntries(Object.entries(call).filter(([name]) => fetchOptions.includes(name))),
  };
}

function checkParameters(
  vendor: string,
  { params = {}, headers }: Readonly<Record<string, unknown>>,
): Pick<CheckedCall, "params" | "headers"> {
  const places = checkObject(vendor, "`params`", params, ["path", "query", "header"]);
  const { path = {}, query = {}, header } = places;
  return {
    params: {
      path: checkObject(vendor, "`params.path`", path),
      query: checkObject(vendor, "`params.query`", query),
      header: checkHeaders(vendor, "params.header", header),
    },
    headers: checkHeaders(vendor, "headers", headers),
  };
}

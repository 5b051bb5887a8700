import createOpenapiClient from "openapi-fetch";
import { joinUrl, parseBaseUrl } from "./base-url.ts";
import { configError, isBalanceError } from "./balance-error.ts";
import { checkClientOptions, type ClientOptions } from "./client-options.ts";
import { createExchange, type Exchange, type VendorRules } from "./exchange.ts";
import { fillPath } from "./path-parameter.ts";

/** The paths of a vendor's description that can be read with GET. */
export type GetPath<Paths> = {
  [Path in keyof Paths]: Paths[Path] extends { get: { responses: unknown } } ? Path : never;
}[keyof Paths];

type Operation<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Get } ? Get : never;

/** The JSON body of an operation's 200. Numbers in it are doubles. */
export type SuccessBody<Op> = Op extends { responses: { 200: { content: infer Content } } }
  ? Content[Extract<keyof Content, `${string}json${string}`>]
  : never;

type Parameters<Op> = Op extends { parameters: infer All }
  ? { readonly [Place in keyof All as Place extends "path" | "query" ? Place : never]: All[Place] }
  : never;

/** `params` is required exactly when the operation has a required parameter. */
type ParametersOption<Op> =
  Parameters<Op> extends { readonly path: object }
    ? { readonly params: Parameters<Op> }
    : { readonly params?: Parameters<Op> };

type GetOptions<Op> = ParametersOption<Op> & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
};

type OptionsArgument<Options> = {} extends Options ? [options?: Options] : [options: Options];

/** A vendor's typed client. Everything but a success rejects with `BalanceError`. */
export interface VendorClient<Paths> {
  /** The reply as the exact text that came. */
  GET<Path extends GetPath<Paths>>(
    path: Path,
    options: GetOptions<Operation<Paths, Path>> & { readonly parseAs: "text" },
  ): Promise<{ readonly data: string; readonly response: Response }>;
  /** The reply as `JSON.parse` gives it: numbers are doubles. */
  GET<Path extends GetPath<Paths>>(
    path: Path,
    ...options: OptionsArgument<GetOptions<Operation<Paths, Path>> & { readonly parseAs?: "json" }>
  ): Promise<{ readonly data: SuccessBody<Operation<Paths, Path>>; readonly response: Response }>;
}

const callOptions = ["params", "headers", "signal", "parseAs"];

/** Creates a vendor's client: openapi-fetch for the shape of a call, one exchange beneath it. */
export function createVendorClient<Paths>(
  rules: VendorRules & { readonly baseUrl: string },
  options: ClientOptions,
): VendorClient<Paths> {
  const { vendor } = rules;
  const base = parseBaseUrl(vendor, "baseUrl", options.baseUrl ?? rules.baseUrl);
  const exchange = createExchange(rules, checkClientOptions(vendor, options));
  const client = createOpenapiClient<Record<string, never>>({
    headers: { accept: "application/json" },
    pathSerializer: (path, parameters) => fillPath(vendor, path, parameters),
    // openapi-fetch builds a Request of whatever class it is given and hands it to fetch untouched;
    // a plain record keeps the platform's Request, which can lose its signal, out of the call.
    Request: RequestRecord as unknown as typeof Request,
    fetch: (request) => send(vendor, base, exchange, request as unknown as RequestRecord),
  });

  async function get(path: unknown, callInit: Record<string, unknown> = {}): Promise<unknown> {
    refuseUnknownCallOptions(vendor, path, callInit);
    try {
      // The public type speaks of this vendor's paths; openapi-fetch's own breaks on readonly arrays.
      const { data, response } = await client.GET(path as never, callInit as never);
      return { data, response };
    } catch (error) {
      if (isBalanceError(error)) throw error;
      throw configError(vendor, "the path, query or header parameters cannot be encoded");
    }
  }
  return { GET: get as VendorClient<Paths>["GET"] };
}

/** What openapi-fetch wants to send, kept as plain data. */
class RequestRecord {
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal | undefined;
  constructor(path: string, init: { method: string; headers: Headers; signal?: AbortSignal }) {
    this.path = path;
    this.method = init.method;
    this.headers = init.headers;
    this.signal = init.signal;
  }
}

async function send(
  vendor: string,
  base: URL,
  exchange: Exchange,
  { path, headers, signal }: RequestRecord,
): Promise<Response> {
  const url = joinUrl(vendor, base, path);
  const request = {
    method: "GET",
    url,
    path: path.split("?", 1)[0] ?? path,
    headers: Object.fromEntries(headers),
  } as const;
  const reply = await exchange(request, signal);
  const replyHeaders = new Headers(reply.headers);
  // They describe the bytes on the wire; the text is decoded already.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) replyHeaders.delete(name);
  return new Response(reply.text, { status: reply.status, headers: replyHeaders });
}

function refuseUnknownCallOptions(vendor: string, path: unknown, callInit: unknown): void {
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw configError(vendor, "the path of a call must begin with a slash");
  }
  if (typeof callInit !== "object" || callInit === null) {
    throw configError(vendor, "the options of a call must be an object");
  }
  // A call that brings its own fetch, base URL or middleware would go past the transport.
  const unknown = Object.keys(callInit).find((name) => !callOptions.includes(name));
  if (unknown !== undefined) {
    throw configError(vendor, `unknown option \`${unknown}\` of a call; known are ${callOptions.join(", ")}`);
  }
  const parseAs: unknown = Reflect.get(callInit, "parseAs");
  if (parseAs !== undefined && parseAs !== "json" && parseAs !== "text") {
    throw configError(vendor, "`parseAs` must be json or text");
  }
}

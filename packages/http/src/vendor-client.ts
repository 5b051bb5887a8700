import createOpenapiClient from "openapi-fetch";
import { joinUrl, parseBaseUrl } from "./base-url.ts";
import { configError, isBalanceError } from "./balance-error.ts";
import { checkCallOptions } from "./call-options.ts";
import { checkClientOptions, type ClientOptions } from "./client-options.ts";
import { createExchange, type ExchangeRequest, type VendorRules } from "./exchange.ts";
import { fillPath } from "./path-parameter.ts";
import type { TextReply } from "./problem.ts";

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
  {} extends Parameters<Op> ? { readonly params?: Parameters<Op> } : { readonly params: Parameters<Op> };

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

/** Creates a vendor's client: openapi-fetch for the shape of a call, one exchange beneath it. */
export function createVendorClient<Paths>(
  rules: VendorRules & { readonly baseUrl: string },
  options: ClientOptions,
): VendorClient<Paths> {
  const { vendor } = rules;
  const checked = checkClientOptions(vendor, options);
  const { baseUrl = rules.baseUrl } = options;
  const base = parseBaseUrl(vendor, "baseUrl", baseUrl);
  const exchange = createExchange(rules, checked);
  const client = createOpenapiClient<Record<string, never>>({
    headers: { accept: "application/json" },
    pathSerializer: (path, parameters) => fillPath(vendor, path, parameters),
    // openapi-fetch builds a Request of whatever class it is given and hands it to fetch untouched;
    // a plain record keeps the platform's Request, which can lose its signal, out of the call.
    Request: RequestRecord as unknown as typeof Request,
  });

  async function get(path: unknown, callOptions: unknown): Promise<unknown> {
    const { signal, parseAs, ...call } = checkCallOptions(vendor, path, callOptions);
    let sent = false;
    let reply: TextReply | undefined;
    try {
      // The public type speaks of this vendor's paths; openapi-fetch's own breaks on readonly arrays.
      const { response } = await client.GET(
        call.path as never,
        {
          params: call.params,
          headers: call.headers,
          // Left unread: `data` comes from the text that the exchange has read, and so can the caller's.
          parseAs: "stream",
          fetch: async (record: unknown) => {
            const request = outgoing(vendor, base, record as RequestRecord);
            sent = true;
            reply = await exchange(request, signal);
            return responseOf(reply);
          },
        } as never,
      );
      return { data: parseAs === "text" ? reply?.text : reply?.body, response };
    } catch (error) {
      if (sent || isBalanceError(error)) throw error;
      throw configError(vendor, "the query parameters cannot be written into a URL");
    }
  }
  return { GET: get as VendorClient<Paths>["GET"] };
}

/** What openapi-fetch wants to send, kept as plain data. */
class RequestRecord {
  readonly path: string;
  readonly headers: Headers;
  constructor(path: string, init: { headers: Headers }) {
    this.path = path;
    this.headers = init.headers;
  }
}

function outgoing(vendor: string, base: URL, { path, headers }: RequestRecord): ExchangeRequest {
  return {
    method: "GET",
    url: joinUrl(vendor, base, path),
    path: path.split("?", 1)[0] ?? path,
    headers: Object.fromEntries(headers),
  };
}

/** The reply as the platform shows one, unread. Its URL is empty. */
function responseOf({ status, text, headers }: TextReply): Response {
  const decoded = new Headers(headers);
  // They describe the bytes on the wire; the text is decoded already.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) decoded.delete(name);
  return new Response(text, { status, headers: decoded });
}

import { configError } from "./balance-error.ts";
import { joinUrl, parseBaseUrl, pathOf } from "./base-url.ts";
import { checkCallOptions } from "./call-options.ts";
import { checkClientOptions, type ClientOptions } from "./client-options.ts";
import { createExchange, type VendorRules } from "./exchange.ts";
import { ownOptions } from "./own-options.ts";
import type { WriteParameters } from "./parameters.ts";
import type { TextReply } from "./problem.ts";

/** The paths of a vendor's description that can be read with GET. */
export type GetPath<Paths> = {
  [Path in keyof Paths]: Paths[Path] extends { get: { responses: unknown } } ? Path : never;
}[keyof Paths];

/** The GET of a path in a vendor's description. */
export type GetOperation<Paths, Path extends keyof Paths> = Paths[Path] extends { get: infer Get }
  ? Get
  : never;

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

/** What a GET of one path takes beside the form of its reply. */
export type GetOptions<Op> = ParametersOption<Op> & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
};

type OptionsArgument<Options> = {} extends Options ? [options?: Options] : [options: Options];

/** What a call gives. */
export interface CallResult<Data> {
  readonly data: Data;
  /** What `JSON.parse` makes of the reply, also of one that is asked for as text. Numbers in it are doubles. */
  readonly body: unknown;
  /** The HTTP status, 200 to 299. */
  readonly status: number;
  /** The reply as the platform shows one, unread. Made when it is first asked for. */
  readonly response: Response;
}

/** A vendor's typed client. Everything but a success rejects with `BalanceError`. */
export interface VendorClient<Paths> {
  /** The reply as the exact text that came. */
  GET<Path extends GetPath<Paths>>(
    path: Path,
    options: GetOptions<GetOperation<Paths, Path>> & { readonly parseAs: "text" },
  ): Promise<CallResult<string>>;
  /** The reply as `JSON.parse` gives it: numbers are doubles. */
  GET<Path extends GetPath<Paths>>(
    path: Path,
    ...options: OptionsArgument<GetOptions<GetOperation<Paths, Path>> & { readonly parseAs?: "json" }>
  ): Promise<CallResult<SuccessBody<GetOperation<Paths, Path>>>>;
}

/** What is to be known of a vendor. */
export type VendorClientRules<Paths> = VendorRules & { readonly baseUrl: string } & ParametersRule<Paths>;

/** Vendors whose calls take parameters bring `writeParameters`, so that no other client carries it. */
export type ParametersRule<Paths> = [ParametersOf<Paths>] extends [never]
  ? unknown
  : { readonly parameters: WriteParameters };

type ParametersOf<Paths> = {
  [Path in GetPath<Paths>]: Exclude<
    Parameters<GetOperation<Paths, Path>>[keyof Parameters<GetOperation<Paths, Path>>],
    undefined
  >;
}[GetPath<Paths>];

/** Creates a vendor's client: calls in the form of openapi-fetch, on one exchange. */
export function createVendorClient<Paths>(
  rules: VendorClientRules<Paths>,
  options: ClientOptions,
): VendorClient<Paths> {
  return createTypedClient<Paths>(rules, options);
}

/** The same for who has rules of any paths, which the type of `rules` then does not hold to them. */
export function createTypedClient<Paths>(
  rules: VendorRules & { readonly baseUrl: string; readonly parameters?: WriteParameters },
  options: ClientOptions,
): VendorClient<Paths> {
  const { vendor, parameters } = rules;
  const checked = checkClientOptions(vendor, options);
  const { baseUrl = rules.baseUrl } = ownOptions(options);
  const base = parseBaseUrl(vendor, "baseUrl", baseUrl);
  const exchange = createExchange(rules, checked);

  let lastTarget = "";
  let url = new URL(base);
  const get = async (path: unknown, callOptions: unknown): Promise<CallResult<unknown>> => {
    const { template, params, headers, signal, parseAs } = checkCallOptions(vendor, path, callOptions);
    const target = (parameters ?? withoutParameters)(vendor, template, params);
    // Most clients ask for one thing again and again.
    if (target !== lastTarget) [lastTarget, url] = [target, joinUrl(vendor, base, target)];
    const sent = { accept: "application/json", ...headers };
    const reply = await exchange({ method: "GET", url, path: pathOf(target), headers: sent }, signal);
    return new ClientResult(reply, parseAs);
  };
  // The public type speaks of this vendor's paths.
  return { GET: get as VendorClient<Paths>["GET"] };
}

const withoutParameters: WriteParameters = (vendor, template, params) => {
  // As good as none, and what the types allow.
  if (params === undefined || !Object.values(params ?? {}).some(Boolean)) return template;
  throw configError(vendor, "no call of this vendor takes `params`");
};

/** A result as a client makes it, whose text and body are of one reply. */
export class ClientResult implements CallResult<unknown> {
  readonly data: unknown;
  readonly body: unknown;
  readonly status: number;
  readonly #reply: TextReply;
  #response: Response | undefined;

  constructor(reply: TextReply, parseAs: "json" | "text") {
    this.data = parseAs === "text" ? reply.text : reply.body;
    this.body = reply.body;
    this.status = reply.status;
    this.#reply = reply;
  }

  // Few callers look at it.
  get response(): Response {
    return (this.#response ??= responseOf(this.#reply));
  }
}

/** The reply as the platform shows one, unread. Its URL is empty. */
function responseOf({ status, text, headers }: TextReply): Response {
  const decoded = new Headers(headers);
  // They describe the bytes on the wire; the text is decoded already.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) decoded.delete(name);
  return new Response(text, { status, headers: decoded });
}

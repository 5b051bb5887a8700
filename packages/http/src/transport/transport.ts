import type { ParamsOption } from "openapi-fetch";
import type { PathsWithMethod } from "openapi-typescript-helpers";
import { checkUrl, parseBaseUrl, pathOf } from "../options/base-url.ts";
import { checkClientOptions, type ClientOptions } from "../options/client-options.ts";
import { createExchange } from "../exchange/exchange.ts";
import { fillPath } from "../options/path-parameter.ts";
import { ownOptions } from "../options/own-options.ts";
import type { TextReply } from "../reply/problem.ts";
import type { Exchange, ExchangeRequest, VendorRules } from "../exchange/vendor-rules.ts";
import { RequestRate, type RateRules } from "./request-rate.ts";

/** The paths of a description that can be read with GET. */
export type ReadPath<Paths extends {}> = PathsWithMethod<Paths, "get">;

/** What a read of one path takes: its parameters, and headers beside those of the transport. */
export type ReadOptions<Paths extends {}, Path extends keyof Paths> = Paths[Path] extends {
  readonly get: infer Operation;
}
  ? ParamsOption<Operation> & { readonly headers?: Readonly<Record<string, string>> }
  : never;

/** What a vendor's client sends its requests through: credentials, deadlines, attempts, bounds, one typed error. */
export interface Transport<Paths extends {}> {
  readonly vendor: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Where alone its credentials go. */
  readonly origin: string;
  /** The operations that may be sent again, such as `GET /balance`. */
  readonly reads: readonly string[];
  readonly exchange: Exchange;
  /** How fast its key may be used. */
  readonly rate: RequestRate;
  /** Of which description the paths are. Never there. */
  readonly paths?: Paths;
}

/** What is to be known of a vendor. */
export interface TransportRules extends VendorRules, RateRules {
  readonly baseUrl: string;
  /** The operations that the vendor's overlay marks as reads, such as `GET /balance`; no other one is sent twice. */
  readonly reads: readonly string[];
}

/** Creates a vendor's transport. Throws `config` for an option that is wrong. */
export function createTransport<Paths extends {}>(
  rules: TransportRules,
  options: ClientOptions,
): Transport<Paths> {
  const { vendor, reads } = rules;
  const checked = checkClientOptions(vendor, options);
  const { baseUrl: given = rules.baseUrl } = ownOptions(options);
  const baseUrl = parseBaseUrl(vendor, "baseUrl", given);
  const { origin } = new URL(baseUrl);
  const rate = new RequestRate(rules, origin, checked.rateLimit);
  const exchange = createExchange(rules, checked, (waitMs) => rate.slow(waitMs));
  return { vendor, baseUrl, origin, reads, exchange, rate };
}

/** Sends a GET and gives the reply with its exact text, or rejects with `BalanceError`. */
export type TextReader = (signal?: AbortSignal) => Promise<TextReply>;

/** Prepares a GET that is sent at every call. Throws `config` for a parameter that cannot be sent. */
export function createTextReader<Paths extends {}, const Path extends ReadPath<Paths>>(
  { vendor, baseUrl, reads, exchange }: Transport<Paths>,
  path: Path,
  options: ReadOptions<Paths, Path>,
): TextReader {
  const template = String(path);
  // The type of the options depends on the path, which may be any here.
  const { params = {}, headers } = options as AnyOptions;
  const target = fillPath(vendor, template, params.path ?? {});
  const url = checkUrl(vendor, baseUrl, baseUrl + target);
  for (const [name, value] of Object.entries(params.query ?? {}))
    url.searchParams.append(name, String(value));
  const request: ExchangeRequest = ownOptions({
    method: "GET",
    url,
    path: pathOf(target),
    headers: { accept: "application/json", ...headers },
    repeatable: reads.includes(`GET ${template}`),
  });
  return async (signal) => exchange(request, signal);
}

interface AnyOptions {
  readonly params?: { readonly [place in "path" | "query"]?: Readonly<Record<string, unknown>> };
  readonly headers?: Readonly<Record<string, string>>;
}

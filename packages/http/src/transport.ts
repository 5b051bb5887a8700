import type { ParamsOption } from "openapi-fetch";
import type { PathsWithMethod } from "openapi-typescript-helpers";
import { joinUrl, parseBaseUrl, pathOf } from "./base-url.ts";
import { checkClientOptions, type ClientOptions } from "./client-options.ts";
import { createExchange, type Exchange, type VendorRules } from "./exchange.ts";
import { fillPath } from "./path-parameter.ts";
import type { TextReply } from "./problem.ts";

/** The parameters that a GET of one path takes. */
export type ReadOptions<Paths extends {}, Path extends keyof Paths> = Paths[Path] extends {
  readonly get: infer Operation;
}
  ? ParamsOption<Operation>
  : never;

/** Everything beneath a vendor's typed client: credentials, deadlines, attempts, bounds, one typed error. */
export interface Transport<Paths extends {}> {
  readonly vendor: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** The operations that may be sent again, as `GET /balance`. */
  readonly reads: readonly string[];
  /** Gives the reply to a GET with its exact text, or rejects with `BalanceError`. */
  get<const Path extends PathsWithMethod<Paths, "get"> & string>(
    path: Path,
    options: ReadOptions<Paths, Path>,
    signal?: AbortSignal,
  ): Promise<TextReply>;
  /** Sends a request of any kind. */
  readonly exchange: Exchange;
}

/** What is to be known of a vendor. */
export interface TransportRules extends VendorRules {
  readonly baseUrl: string;
  /** The operations that the vendor's overlay marks as reads, as `GET /balance`; nothing else is sent twice. */
  readonly reads: readonly string[];
}

/** Creates a vendor's transport. Throws `config` for an option that is wrong. */
export function createTransport<Paths extends {}>(
  rules: TransportRules,
  options: ClientOptions,
): Transport<Paths> {
  const { vendor, reads } = rules;
  const exchange = createExchange(rules, checkClientOptions(vendor, options));
  const { baseUrl = rules.baseUrl } = options;
  const base = parseBaseUrl(vendor, "baseUrl", baseUrl);
  return {
    vendor,
    baseUrl: base,
    reads,
    exchange,
    async get(template, call, signal) {
      // The type of a call depends on its path, which is any here.
      const { params: { path = {}, query = {} } = {} } = call as { readonly params?: Parameters };
      const target = fillPath(vendor, template, path) + queryOf(query);
      const request = {
        method: "GET",
        url: joinUrl(vendor, base, target),
        path: pathOf(target),
        headers: { accept: "application/json" },
        repeatable: reads.includes(`GET ${template}`),
      };
      return exchange(request, signal);
    },
  };
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

interface Parameters {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

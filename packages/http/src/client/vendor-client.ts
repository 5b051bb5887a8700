import createClient from "openapi-fetch";
import type { Client, FetchOptions, HeadersOptions, ParseAsResponse } from "openapi-fetch";
import type {
  HttpMethod,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";
import { checkCall, checkHeaders } from "./call-options.ts";
import { ReplyRecord, unreadResponse } from "./call-reply.ts";
import { CallRecord, requestClass } from "./call-request.ts";
import { errorFromAttempt } from "../exchange/failure.ts";
import { ownOptions } from "../options/own-options.ts";
import { problemFromStatus } from "../reply/problem.ts";
import { sendCall } from "./send-call.ts";
import { mergeSerializers, refusingSerializers, type Serializers } from "./serializers.ts";
import type { Transport } from "../transport/transport.ts";

/** The body of an operation's success. Numbers in it are doubles. */
export type SuccessBody<Operation> = SuccessResponse<ResponseObjectMap<Operation> & {}>;

/** What a call gives. Everything but a success rejects with `BalanceError`. */
export interface CallResult<Operation, Init> {
  // openapi-fetch's own type would take the iterator from read-only arrays.
  readonly data: ParseAsResponse<SuccessBody<Operation>, Init>;
  /** The reply as the platform shows one, unread. Its URL is empty. */
  readonly response: Response;
}

type CallOptions<Operation> = Omit<FetchOptions<Operation>, "signal"> & {
  readonly signal?: AbortSignal | null | undefined;
};

type CallArguments<Init> =
  RequiredKeysOf<Init> extends never
    ? [init?: Init & { readonly [option: string]: unknown }]
    : [init: Init & { readonly [option: string]: unknown }];

type CallOfMethod<Paths extends Record<string, Record<HttpMethod, {}>>, Method extends HttpMethod> = <
  Path extends PathsWithMethod<Paths, Method>,
  Init extends CallOptions<Paths[Path][Method]>,
>(
  path: Path,
  ...init: CallArguments<Init>
) => Promise<CallResult<Paths[Path][Method], Init>>;

type CallOfAnyMethod<Paths extends Record<string, Record<HttpMethod, {}>>> = <
  Method extends HttpMethod,
  Path extends PathsWithMethod<Paths, Method>,
  Init extends CallOptions<Paths[Path][Method]>,
>(
  method: Method,
  path: Path,
  ...init: CallArguments<Init>
) => Promise<CallResult<Paths[Path][Method], Init>>;

type Calls<Paths extends {}> = {
  readonly [Method in Uppercase<HttpMethod>]: CallOfMethod<Paths, Lowercase<Method>>;
} & { readonly request: CallOfAnyMethod<Paths> };

/** openapi-fetch's client of these paths, of whose results none is a failure. */
export type VendorClient<Paths extends {}> = Calls<Paths> & Client<Paths>;

/** Any client of openapi-fetch for these paths, as far as reading needs one. */
export type ReadingClient<Paths extends {}> = Pick<Client<Paths>, "GET">;

/** What openapi-fetch's `createClient` takes for all calls of a client. */
export interface ClientDefaults extends Serializers {
  /** Sent with every call that does not name them. */
  readonly headers?: HeadersOptions;
}

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

type AnyCall = (
  ...call: readonly unknown[]
) => Promise<{ readonly data?: unknown; readonly response: Response | ReplyRecord }>;

/**
 * Creates a vendor's client: openapi-fetch's, with a transport as its `fetch`. The transport is made of the options
 * without those that are openapi-fetch's. Throws `config` for an option that is wrong.
 */
export function createVendorClient<Paths extends {}, Options extends object>(
  createTransport: (options: Options) => Transport<Paths>,
  options: Options & ClientDefaults,
): VendorClient<Paths> {
  const { headers, pathSerializer, querySerializer, bodySerializer, ...own } = ownOptions({ ...options });
  // What is left is the transport's; what is no object is for it to refuse.
  const transport = createTransport((Object(options) === options ? own : options) as Options);
  const { vendor, baseUrl } = transport;
  const defaults = { pathSerializer, querySerializer, bodySerializer };
  const given = checkHeaders(vendor, "headers", headers);
  const client = createClient<Paths>({
    baseUrl,
    // Not merged: what is null among them takes a header away that openapi-fetch adds.
    headers: Object.fromEntries([
      ["accept", "application/json"],
      ...(given instanceof Headers ? given : Object.entries(given)),
    ]),
  });
  // Its type is that of one description's paths, which may be any here.
  const send = client.request as unknown as AnyCall;
  let isWatched = false;

  const request: AnyCall = async (method, path, callOptions) => {
    const call = checkCall(vendor, baseUrl, String(method), path, callOptions);
    const isSeen = isWatched || call.middleware.length > 0;
    const isText = call.parseAs === "json" || call.parseAs === "text";
    const result = await send(method, path, {
      ...call,
      ...refusingSerializers(vendor, call.baseUrl, mergeSerializers(defaults, call)),
      Request: isSeen ? requestClass(call.signal) : CallRecord,
      fetch: async (sent: Request | CallRecord) => {
        const reply = await sendCall(transport, sent, call);
        return isSeen || !isText ? unreadResponse(reply) : new ReplyRecord(reply);
      },
      // The exchange alone listens to it.
      signal: undefined,
    });
    const { data, response } = result;
    if (response instanceof ReplyRecord) {
      return {
        data,
        get response() {
          return response.response;
        },
      };
    }
    // The transport gives nothing but successes; a middleware may give anything.
    const { status } = response;
    const problem = problemFromStatus(status);
    if (problem === undefined) return result;
    const reply = { status, headers: {}, receivedAtMs: Date.now() };
    throw errorFromAttempt(vendor, `${String(method)} ${String(path)}`, { problem, reply, secrets: [] }, 0);
  };
  const calls = methods.map((method) => [method, request.bind(undefined, method)]);
  const use: Client<Paths>["use"] = (...middlewares) => {
    isWatched = true;
    client.use(...middlewares);
  };
  // `Calls` says of the same functions that they give nothing but successes.
  return { ...client, ...Object.fromEntries(calls), request, use } as VendorClient<Paths>;
}

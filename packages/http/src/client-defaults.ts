import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import { checkHeaders } from "./call-headers.ts";
import { checkSerializers, type Serializers } from "./serializers.ts";

/** What openapi-fetch's `createClient` takes for all calls of a client. */
export interface ClientDefaults extends Serializers {
  /** Sent with every call that does not name them. */
  readonly headers?: HeadersOptions;
}

type GivenDefaults = Readonly<Record<string, unknown>>;

/** Takes the defaults of openapi-fetch out of a client's options. */
export function splitDefaults<Options extends object>(
  options: Options,
): readonly [own: Options, defaults: GivenDefaults] {
  // What is no object is for the transport to refuse.
  if (typeof options !== "object" || options === null || Array.isArray(options)) return [options, {}];
  const own = { ...options } as Record<string, unknown>;
  const defaults: Record<string, unknown> = {};
  for (const name of ["headers", "pathSerializer", "querySerializer", "bodySerializer"]) {
    if (name in own) defaults[name] = own[name];
    delete own[name];
  }
  // Nothing but what is not the transport's is gone.
  return [own as Options, defaults];
}

/** Checks the defaults, naming the option that is wrong. */
export function checkDefaults(
  vendor: string,
  given: GivenDefaults,
): { readonly headers: Headers; readonly serializers: Serializers } {
  const headers = checkHeaders(vendor, "headers", given["headers"]);
  return {
    headers: mergeHeaders({ accept: "application/json" }, headers),
    serializers: checkSerializers(vendor, given),
  };
}

import {
  createQuerySerializer,
  defaultBodySerializer,
  type BodySerializer,
  type PathSerializer,
  type QuerySerializer,
  type QuerySerializerOptions,
} from "openapi-fetch";
import { configError } from "../errors/balance-error.ts";
import { checkUrl } from "../options/base-url.ts";
import { fillPath } from "../options/path-parameter.ts";

/** How paths, queries and bodies are written, in place of the usual way. */
export interface Serializers {
  readonly pathSerializer?: PathSerializer | undefined;
  readonly querySerializer?: QuerySerializer<unknown> | QuerySerializerOptions | undefined;
  readonly bodySerializer?: BodySerializer<unknown> | undefined;
}

/** Those of a call, and those of its client for what the call does not say. */
export function mergeSerializers(ofClient: Serializers, ofCall: Serializers): Serializers {
  const [theirs, own] = [ofClient.querySerializer, ofCall.querySerializer];
  const isMerged = typeof theirs === "object" && typeof own === "object";
  return {
    pathSerializer: ofCall.pathSerializer ?? ofClient.pathSerializer,
    querySerializer: isMerged ? { ...theirs, ...own } : (own ?? theirs),
    bodySerializer: ofCall.bodySerializer ?? ofClient.bodySerializer,
  };
}

/** The serializers of one call. What they cannot write is a `config` error that quotes no value. */
export function refusingSerializers(
  vendor: string,
  base: string,
  { pathSerializer, querySerializer, bodySerializer = defaultBodySerializer }: Serializers,
): Required<Serializers> {
  const write = <Text>(what: string, serialize: () => Text | undefined): Text => {
    try {
      const text = serialize();
      if (text !== undefined) return text;
    } catch {
      // Its message may quote what it was to write.
    }
    throw configError(vendor, `the ${what} of a call cannot be written`);
  };
  return {
    pathSerializer(target, parameters) {
      const url = pathSerializer
        ? write("path", () => {
            const text: unknown = pathSerializer(target, parameters);
            return typeof text === "string" ? text : undefined;
          })
        : fillPath(vendor, target, parameters);
      return checkUrl(vendor, base, url).href;
    },
    querySerializer: (query) =>
      write("query", () => {
        const isOptions = querySerializer === undefined || typeof querySerializer === "object";
        const text = (isOptions ? createQuerySerializer(querySerializer) : querySerializer)(query);
        // What stands after a `#` would not be sent.
        return text.includes("#") ? undefined : text;
      }),
    bodySerializer: (...body) => write<unknown>("body", () => bodySerializer(...body)),
  };
}

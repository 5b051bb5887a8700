import {
  createQuerySerializer,
  defaultBodySerializer,
  type BodySerializer,
  type PathSerializer,
  type QuerySerializer,
  type QuerySerializerOptions,
} from "openapi-fetch";
import { configError } from "./balance-error.ts";
import { joinUrl } from "./base-url.ts";
import { fillPath } from "./path-parameter.ts";

/** How paths, queries and bodies are written, in place of the usual way. */
export interface Serializers {
  readonly pathSerializer?: PathSerializer;
  readonly querySerializer?: QuerySerializer<unknown> | QuerySerializerOptions;
  readonly bodySerializer?: BodySerializer<unknown>;
}

/** Refuses serializers of the wrong kind, naming the option. */
export function checkSerializers(vendor: string, given: Readonly<Record<string, unknown>>): Serializers {
  const found: Record<string, unknown> = {};
  for (const name of ["pathSerializer", "querySerializer", "bodySerializer"]) {
    const value = given[name];
    if (value === undefined) continue;
    const isOptions = name === "querySerializer" && typeof value === "object" && value !== null;
    if (typeof value !== "function" && !isOptions) {
      throw configError(
        vendor,
        `\`${name}\` must be a function${name === "querySerializer" ? " or options" : ""}`,
      );
    }
    found[name] = value;
  }
  return found;
}

/** The serializers of one call, whose flaws are `config` errors that quote no value. */
export function refusingSerializers(
  vendor: string,
  base: string,
  { pathSerializer, querySerializer, bodySerializer = defaultBodySerializer }: Serializers,
): Required<Serializers> {
  const writeQuery =
    typeof querySerializer === "function" ? querySerializer : createQuerySerializer(querySerializer);
  return {
    pathSerializer(target, parameters) {
      const url = pathSerializer ? pathSerializer(target, parameters) : fillPath(vendor, target, parameters);
      return joinUrl(vendor, base, String(url).startsWith(base) ? url.slice(base.length) : url).href;
    },
    querySerializer(query) {
      const text = attempt(() => writeQuery(query));
      // What stands after a `#` would not be sent.
      if (typeof text === "string" && !text.includes("#")) return text;
      throw configError(vendor, "the query parameters cannot be written into a URL");
    },
    bodySerializer(...body) {
      const written: unknown = attempt(() => bodySerializer(...body));
      if (written !== undefined) return written;
      throw configError(vendor, "the body cannot be written");
    },
  };
}

/** What `write` gives; undefined when it throws, whose message may quote what it was to write. */
function attempt<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch {
    return undefined;
  }
}

import { configError } from "./balance-error.ts";

/** What one call may say, checked. */
export interface CallOptions {
  readonly path: string;
  readonly params: { readonly path: Readonly<Record<string, unknown>>; readonly query: object };
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal | undefined;
  readonly parseAs: "json" | "text";
}

const known = ["params", "headers", "signal", "parseAs"];

/** Checks a call of any form: a plain JavaScript caller is held by no type. */
export function checkCallOptions(vendor: string, path: unknown, options: unknown): CallOptions {
  if (typeof path !== "string" || !path.startsWith("/")) {
    throw configError(vendor, "the path of a call must be a string that begins with a slash");
  }
  const call = checkObject(vendor, "the options of a call", options, known);
  const { parseAs = "json" } = call;
  if (parseAs !== "json" && parseAs !== "text") throw configError(vendor, "`parseAs` must be json or text");
  const params = checkObject(vendor, "`params`", call["params"], ["path", "query"]);
  return {
    path,
    params: {
      path: checkObject(vendor, "`params.path`", params["path"]),
      query: checkObject(vendor, "`params.query`", params["query"]),
    },
    headers: checkHeaders(vendor, call["headers"]),
    // The exchange checks it.
    signal: call["signal"] as AbortSignal | undefined,
    parseAs,
  };
}

/** An absent object is an empty one. A member that is not allowed would go past the transport, or be lost. */
function checkObject(
  vendor: string,
  what: string,
  value: unknown = {},
  allowed?: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw configError(vendor, `${what} must be an object`);
  }
  const unknown = allowed && Object.keys(value).find((name) => !allowed.includes(name));
  if (unknown !== undefined) {
    throw configError(vendor, `unknown option \`${unknown}\` in ${what}; known are ${allowed?.join(", ")}`);
  }
  return { ...value };
}

function checkHeaders(vendor: string, value: unknown): Record<string, string> {
  const headers =
    value instanceof Headers ? Object.fromEntries(value) : checkObject(vendor, "`headers`", value);
  const isText = Object.values(headers).every((text) => typeof text === "string");
  try {
    if (isText) {
      const valid = new Headers(headers as Record<string, string>);
      return { accept: "application/json", ...Object.fromEntries(valid) };
    }
  } catch {
    // The platform's message quotes the value.
  }
  throw configError(vendor, "`headers` must hold texts that can stand in an HTTP header, by valid names");
}

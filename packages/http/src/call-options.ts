import { configError } from "./balance-error.ts";
import { checkObject } from "./check-object.ts";

/** What one call may say, checked. */
export interface CallOptions {
  readonly template: string;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: object;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly parseAs: "json" | "text";
}

/** Checks a call of any form: a plain JavaScript caller is held by no type. */
export function checkCallOptions(vendor: string, template: unknown, options: unknown = {}): CallOptions {
  if (typeof template !== "string" || !template.startsWith("/")) {
    throw configError(vendor, "the path of a call must be a string that begins with a slash");
  }
  const known = ["params", "headers", "signal", "parseAs"];
  const call = checkObject(vendor, "the options of a call", options, known);
  const { params, headers, signal, parseAs = "json" } = call;
  if (parseAs !== "json" && parseAs !== "text") throw configError(vendor, "`parseAs` must be json or text");
  // What is not given is not looked at: most calls have neither parameters nor headers.
  const given = params === undefined ? nothing : checkObject(vendor, "`params`", params, ["path", "query"]);
  return {
    template,
    path: given["path"] === undefined ? nothing : checkObject(vendor, "`params.path`", given["path"]),
    query: given["query"] === undefined ? nothing : checkObject(vendor, "`params.query`", given["query"]),
    headers: headers === undefined ? nothing : checkHeaders(vendor, headers),
    // The exchange checks it.
    signal: signal as AbortSignal | undefined,
    parseAs,
  };
}

const nothing: Readonly<Record<string, never>> = {};

function checkHeaders(vendor: string, value: unknown): Record<string, string> {
  const headers =
    value instanceof Headers ? Object.fromEntries(value) : checkObject(vendor, "`headers`", value);
  const isText = Object.values(headers).every((text) => typeof text === "string");
  try {
    // A plain record of what the platform took: names in lower case, values trimmed.
    if (isText) return Object.fromEntries(new Headers(headers as Record<string, string>));
  } catch {
    // The platform's message quotes the value.
  }
  throw configError(vendor, "`headers` must hold texts that can stand in an HTTP header, by valid names");
}

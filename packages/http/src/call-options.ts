import { configError } from "./balance-error.ts";
import { checkObject } from "./check-object.ts";

/** What one call may say, checked. */
export interface CallOptions {
  readonly template: string;
  /** What writes the parameters checks them. */
  readonly params: unknown;
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
  return {
    template,
    params,
    headers: headers === undefined ? {} : checkHeaders(vendor, headers),
    // The exchange checks it.
    signal: signal as AbortSignal | undefined,
    parseAs,
  };
}

function checkHeaders(vendor: string, headers: unknown): Record<string, string> {
  try {
    // The platform makes a text of anything. What it took is plain: names in lower case, values trimmed.
    const isText = Object.values(headers as object).every((text) => typeof text === "string");
    if (isText) return Object.fromEntries(new Headers(headers as Record<string, string>));
  } catch {
    // The platform's message quotes the value.
  }
  throw configError(vendor, "`headers` must hold texts that can stand in an HTTP header, by valid names");
}

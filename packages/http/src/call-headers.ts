import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import { configError } from "./balance-error.ts";

/** Refuses headers that cannot be sent, naming the option. The platform's own message would quote the value. */
export function checkHeaders(vendor: string, option: string, headers: unknown): HeadersOptions | undefined {
  if (headers === undefined) return undefined;
  const isObject = typeof headers === "object" && headers !== null && !Array.isArray(headers);
  if (isObject && Object.values(headers).every(isHeaderValue)) {
    // Each value has been looked at.
    const given = headers as HeadersOptions;
    try {
      mergeHeaders(given);
      return given;
    } catch {
      // Said below.
    }
  }
  throw configError(vendor, `\`${option}\` must hold texts that can stand in an HTTP header, by valid names`);
}

/** One value or several; null takes a header of the client away, as openapi-fetch documents it. */
function isHeaderValue(value: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value ?? ""];
  return values.every((one) => ["string", "number", "boolean"].includes(typeof one));
}

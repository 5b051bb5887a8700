import { configError } from "./balance-error.ts";

const longestParameter = 256;

/** Fills `{name}` in a path template with percent-encoded values, refusing any that could climb or vanish. */
export function fillPath(
  vendor: string,
  template: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (_match, name: string) =>
    encodePathParameter(vendor, name, parameters[name]),
  );
}

/** Percent-encodes one path parameter or rejects it with a `config` error that names it. */
export function encodePathParameter(vendor: string, name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw configError(vendor, `\`${name}\` must be a non-empty string`);
  }
  if (value.length > longestParameter) {
    throw configError(vendor, `\`${name}\` is longer than ${longestParameter} characters`);
  }
  if (/^(\.|%2e){1,2}$/i.test(value)) {
    throw configError(vendor, `\`${name}\` must not be a dot segment`);
  }
  if (/\p{Cc}/u.test(value) || !value.isWellFormed()) {
    throw configError(vendor, `\`${name}\` holds a control character or half a surrogate pair`);
  }
  return encodeURIComponent(value);
}

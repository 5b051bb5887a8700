import { configError } from "../errors/balance-error.ts";

const longestParameter = 256;

/** Fills `{name}` in a path template with percent-encoded values, refusing any that could climb or vanish. */
export function fillPath(
  vendor: string,
  template: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  const [first = "", ...others] = template.split("{");
  let path = first;
  for (const other of others) {
    const end = other.indexOf("}");
    const name = other.slice(0, Math.max(0, end));
    // A brace that names nothing stays what it is, and is refused with the path.
    path +=
      name === "" ? `{${other}` : encodePathParameter(vendor, name, parameters[name]) + other.slice(end + 1);
  }
  return path;
}

/** Percent-encodes one path parameter or rejects it with a `config` error that names it. */
export function encodePathParameter(vendor: string, name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw configError(vendor, `\`${name}\` must be a non-empty string`);
  }
  // A dot segment climbs, however it is written; half a surrogate pair cannot be encoded.
  const isDotSegment = /^(\.|%2e){1,2}$/i.test(value);
  if (value.length > longestParameter || isDotSegment || /\p{Cc}/u.test(value) || !value.isWellFormed()) {
    const form = `at most ${longestParameter} characters, none of control, and no dot segment`;
    throw configError(vendor, `\`${name}\` must be well-formed text of ${form}`);
  }
  return encodeURIComponent(value);
}

// Shorter values are no secrets, and striking them out would garble every message.
const shortestSecret = 4;
const mask = "[redacted]";

/** Strikes every secret out of a text that comes from outside, however it is encoded, and bounds its length. */
export function redact(text: string, secrets: readonly string[]): string {
  const long = secrets.filter(({ length }) => length >= shortestSecret);
  let safe = text;
  for (const form of long.flatMap(formsOf).toSorted((a, b) => b.length - a.length)) {
    safe = safe.replaceAll(form, mask);
  }
  // What quotes it in any other way is not worth keeping a part of.
  const bare = unquoted(safe);
  if (long.some((secret) => bare.includes(unquoted(secret)))) return mask;
  // Control and format characters would let a vendor's message write into a terminal or forge a line in a log.
  safe = safe.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return (safe.length > 300 ? `${safe.slice(0, 300)}…` : safe).toWellFormed();
}

/** A secret as it is likely to stand in a message: as it is, in a URL, in Base64. */
function formsOf(secret: string): readonly string[] {
  const text = secret.toWellFormed();
  const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, "");
  const base64Url = base64.replaceAll("+", "-").replaceAll("/", "_");
  return [text, encodeURIComponent(text), base64, base64Url];
}

/** In lower case, without any layer of percent-encoding or backslashes. */
function unquoted(text: string): string {
  const bare = text
    .replaceAll("\\", "")
    .replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return bare === text ? bare.toLowerCase() : unquoted(bare);
}

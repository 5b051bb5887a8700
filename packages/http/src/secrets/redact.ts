import { bareText } from "./bare-text.ts";
import { hasAllRunsOf, runsOf } from "./secret-forms.ts";

// Shorter values are no secrets, and striking them out would garble every message.
const shortestSecret = 4;
export const mask = "[redacted]";
/** What lies behind is never shown, so it is not looked at either: a vendor may send a megabyte. */
const longestExamined = 4_000;
const longestShown = 300;

/** Strikes every secret out of a text that comes from outside, however it is quoted, and bounds its length. */
export function redact(text: string, secrets: readonly string[]): string {
  const long = secrets
    .filter(({ length }) => length >= shortestSecret)
    .toSorted((a, b) => b.length - a.length);
  let safe = text.slice(0, longestExamined);
  for (const secret of long) safe = safe.replaceAll(secret, mask);
  safe = withoutRuns(
    safe,
    long.filter((secret, at) => !long.slice(0, at).some((other) => hasAllRunsOf(other, secret))),
  );
  safe = safe.replaceAll(maskedEnd, (shown) => withoutEnd(shown, long));
  // Control and format characters would let a vendor's message write into a terminal or forge a line in a log.
  safe = safe.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return (safe.length > longestShown ? `${safe.slice(0, longestShown)}…` : safe).toWellFormed();
}

/** Some vendors show the end of a key behind its beginning: `sk_live_7f3a****b604`. */
const maskedEnd = /\[redacted\][\s.*•…#x-]{1,64}[\w=+/-]{3,11}(?![\w=+/-])/gi;
const longestEnd = 11;
const shortestEnd = 3;

function withoutEnd(shown: string, secrets: readonly string[]): string {
  for (let length = longestEnd; length >= shortestEnd; length -= 1) {
    const end = shown.slice(-length);
    if (secrets.some((secret) => secret.endsWith(end))) return shown.slice(0, -length) + mask;
  }
  return shown;
}

/** The text without what gives a secret away. Looks at every run of secrets and text once. */
function withoutRuns(text: string, secrets: readonly string[]): string {
  const { letters, starts, ends, isDeeper } = bareText(text);
  // What quotes something so often is not worth keeping a part of.
  if (isDeeper) return mask;
  const pieces = new Map<number, Map<string, number[]>>();
  const isStruck = new Uint8Array(letters.length);
  for (const secret of secrets) {
    for (const run of runsOf(secret)) {
      let places = pieces.get(run.length);
      if (places === undefined) pieces.set(run.length, (places = piecesOf(letters, run.length)));
      for (const place of places.get(run) ?? []) isStruck.fill(1, place, place + run.length);
      places.delete(run);
    }
  }
  let safe = "";
  let kept = 0;
  for (let at = 0; at < letters.length; at += 1) {
    if (isStruck[at] === 0 || isStruck[at - 1] === 1) continue;
    safe += text.slice(kept, starts[at]) + mask;
    let end = at;
    while (isStruck[end + 1] === 1) end += 1;
    kept = ends[end] ?? text.length;
  }
  return safe + text.slice(kept);
}

/** Where every piece of so many letters stands. */
function piecesOf(letters: string, length: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + length <= letters.length; at += 1) {
    const piece = letters.slice(at, at + length);
    const known = places.get(piece);
    if (known === undefined) places.set(piece, [at]);
    else known.push(at);
  }
  return places;
}

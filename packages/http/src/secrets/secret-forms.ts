import { bareText } from "./bare-text.ts";

/** So many characters of a secret are enough to know it by. */
const shortestRun = 12;
/** Fewer letters and digits may stand in any text; of a secret that is short itself four are enough. */
const fewestLetters = 8;
const fewestOfShort = 4;

/**
 * What gives a secret away, as `bareText` has it: every run of it that is long enough, or all of a short one. A run can
 * stand in a text as it is, in hex, or in Base64, whatever surrounds it there.
 */
export function* runsOf(secret: string): Generator<string> {
  yield* runsAsTheyAre(secret);
  const bytes = new TextEncoder().encode(secret);
  yield* piecesOf(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  // Three bytes make a group, and what stands before the secret decides which.
  for (const offset of [0, 1, 2]) yield* piecesOf(base64Of(bytes.subarray(offset)));
}

/** Whether what gives `secret` away gives a longer one away too, so that it need not be looked for. */
export function hasAllRunsOf(longer: string, secret: string): boolean {
  return secret.length >= shortestRun && longer.includes(secret);
}

function* runsAsTheyAre(secret: string): Generator<string> {
  const { letters, starts, ends } = bareText(secret);
  if (secret.length < shortestRun && letters.length >= fewestOfShort) yield letters;
  let first = 0;
  let last = 0;
  for (let start = 0; start + shortestRun <= secret.length; start += 1) {
    while ((starts[first] ?? Infinity) < start) first += 1;
    while ((ends[last] ?? Infinity) <= start + shortestRun) last += 1;
    if (last - first >= fewestLetters) yield letters.slice(first, last);
  }
}

function* piecesOf(form: string): Generator<string> {
  if (form.length < shortestRun && form.length >= fewestLetters) yield form;
  for (let at = 0; at + shortestRun <= form.length; at += 1) yield form.slice(at, at + shortestRun);
}

/** The letters and digits of all whole groups: what follows changes the last one. */
function base64Of(bytes: Uint8Array): string {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
  const base64 = btoa(Array.from(whole, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll(/[+/]/g, "").toLowerCase();
}

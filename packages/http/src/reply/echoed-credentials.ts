import type { TextReply } from "./problem.ts";
import { mask } from "../secrets/redact.ts";

/** Shorter values are words and ids that a reply may hold for reasons of its own. */
const shortestCredential = 8;

/** The reply without the credentials that were sent for it: some vendors put the key into it. */
export function withoutEchoes(reply: TextReply, credentials: readonly string[]): TextReply {
  const text = strikeEchoes(reply.text, credentials);
  if (text === reply.text) return reply;
  // Looked at here alone: of most replies nobody wants the headers, which are read when somebody does.
  const { status, headers, receivedAtMs } = reply;
  return { status, headers, receivedAtMs, text, body: JSON.parse(text) };
}

/**
 * Strikes credentials out of the strings of a JSON text, names of members included, however the text escapes them.
 * Everything else stays as it came, to the last digit.
 */
export function strikeEchoes(text: string, credentials: readonly string[]): string {
  const secrets = credentials
    .filter(({ length }) => length >= shortestCredential)
    .toSorted((a, b) => b.length - a.length);
  // An escape may hide one; most replies have neither.
  if (secrets.length === 0 || !(text.includes("\\") || holdsAny(text, secrets))) return text;
  return text.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g, (literal) => {
    const value = literal.length < shortestCredential ? "" : valueOf(literal);
    if (!holdsAny(value, secrets)) return literal;
    return JSON.stringify(secrets.reduce((struck, secret) => struck.replaceAll(secret, mask), value));
  });
}

function holdsAny(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => text.includes(secret));
}

function valueOf(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    // What is no JSON is refused by whoever parses it.
    return literal;
  }
}

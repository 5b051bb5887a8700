import { describeProblem, problemFromCode, textAt, waitUntilEpochSeconds } from "@openbalance/http";
import type { BalanceErrorCode, Problem, Reply } from "@openbalance/http";

// What the documents call the refusals of this call, for the case that a 200 comes with one.
const meanings: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["Authentication required", "unauthenticated"],
  ["Wallet not found for user", "not_found"],
  ["NOT_FOUND", "not_found"],
]);

/**
 * Reads what is wrong with a reply of GlyphRun, also with a 200 that holds an `error`; undefined for a success.
 * https://docs.glyphrun.com/en/reference/wallet-balance
 */
export function readGlyphrunProblem(reply: Reply): Problem | undefined {
  const { status, body } = reply;
  const succeeded = status >= 200 && status < 300;
  if (succeeded) {
    if (!isObject(body)) return problemFromCode("bad_response", { reason: "the body is not an object" });
    // A member that is null, false or empty is how some services say that there is no error.
    if (!body["error"]) return undefined;
  }
  const vendorCode = textAt(body, "code");
  const message = textAt(body, "error") ?? textAt(body, "error", "message");
  const known = meanings.get(vendorCode ?? "") ?? meanings.get(message ?? "");
  return describeProblem(status, {
    code: succeeded ? (known ?? "vendor_error") : undefined,
    vendorCode,
    message,
    retryAfterMs: status === 429 ? waitUntilEpochSeconds(reply, "x-ratelimit-reset") : undefined,
  });
}

function isObject(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

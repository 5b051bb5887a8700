import { describeProblem, textAt, type BalanceErrorCode, type Problem, type Reply } from "@openbalance/http";

// A missing right is answered 401, like a wrong key, and a busy server 429, like too many requests.
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["invalid_api_key", "unauthenticated"],
  ["missing_permissions", "forbidden"],
  ["detected_unusual_activity", "forbidden"],
  ["too_many_concurrent_requests", "rate_limited"],
  ["system_busy", "unavailable"],
  // Comes with 401 too, and the key is right.
  ["quota_exceeded", "bad_request"],
]);

/**
 * Reads what is wrong with a reply of ElevenLabs; undefined for a success. `detail` is `{ code, message }` with
 * `status` beside it or in place of `code`, a list of what is malformed, or a text. https://elevenlabs.io/docs/developer-guides/error-messages
 */
export function readElevenlabsProblem({ status, body }: Reply): Problem | undefined {
  if (status >= 200 && status < 300) return undefined;
  const said = [textAt(body, "detail", "code"), textAt(body, "detail", "status")];
  const vendorCode = said.find((word) => word !== undefined && codes.has(word)) ?? said.find(Boolean);
  return describeProblem(status, {
    code: vendorCode === undefined ? undefined : codes.get(vendorCode),
    vendorCode,
    message: textAt(body, "detail", "message") ?? textAt(body, "detail", 0, "msg") ?? textAt(body, "detail"),
  });
}

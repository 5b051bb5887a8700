import { describeProblem, textAt, type BalanceErrorCode, type Problem, type Reply } from "@openbalance/http";

// https://developers.telnyx.com/development/api-fundamentals/api-errors
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["10005", "not_found"],
  ["10007", "server_error"],
  ["10008", "timeout"],
  ["10009", "unauthenticated"],
  ["10010", "forbidden"],
  ["10011", "rate_limited"],
  ["10015", "bad_request"],
]);

/** Reads what is wrong with a reply of Telnyx; undefined for a success. */
export function readTelnyxProblem(reply: Reply): Problem | undefined {
  const { status, body } = reply;
  if (status >= 200 && status < 300) return undefined;
  const vendorCode = textAt(body, "errors", 0, "code");
  // Seconds until the window resets, counted from the reply. On other statuses it asks for no wait.
  const reset = status === 429 ? reply.headers["x-ratelimit-reset"] : undefined;
  return describeProblem(status, {
    code: vendorCode === undefined ? undefined : codes.get(vendorCode),
    vendorCode,
    message: textAt(body, "errors", 0, "detail") ?? textAt(body, "errors", 0, "title"),
    retryAfterMs: reset !== undefined && /^\d{1,6}$/.test(reset) ? Number(reset) * 1_000 : undefined,
  });
}

import { describeProblem, textAt, type BalanceErrorCode, type Problem, type Reply } from "@openbalance/http";

// Too few rights are answered 401 as well as 403, so the code goes before the status.
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["INVALID_AUTH", "unauthenticated"],
  ["INSUFFICIENT_PERMISSIONS", "forbidden"],
  ["PROJECT_NOT_FOUND", "not_found"],
  ["TOO_MANY_REQUESTS", "rate_limited"],
]);

/**
 * Reads what is wrong with a reply of Deepgram; undefined for a success. Three shapes are in use: `{ err_code, err_msg }`,
 * `{ category, message, details }` and a text alone. https://developers.deepgram.com/docs/errors
 */
export function readDeepgramProblem({ status, body }: Reply): Problem | undefined {
  if (status >= 200 && status < 300) return undefined;
  const vendorCode = textAt(body, "err_code") ?? textAt(body, "category");
  return describeProblem(status, {
    code: vendorCode === undefined ? undefined : codes.get(vendorCode),
    vendorCode,
    message: textAt(body, "err_msg") ?? textAt(body, "message") ?? textAt(body),
  });
}

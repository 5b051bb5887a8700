import { describeProblem, problemFromCode, textAt } from "@openbalance/http";
import type { BalanceErrorCode, Problem, Reply } from "@openbalance/http";

const success = "1000";

// https://github.com/bitfront-exchange/bitfront-api-docs/blob/master/1_Overview.md
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["1202", "not_found"],
  ["3113", "unavailable"],
  ["3401", "server_error"],
  ["4000", "bad_request"],
  ["4001", "unauthenticated"],
  ["4002", "bad_request"],
  ["4003", "unauthenticated"],
  ["4005", "replayed"],
  ["4011", "bad_request"],
  ["4012", "bad_request"],
  ["4013", "clock_skew"],
  ["4015", "bad_request"],
  ["4016", "bad_request"],
  ["4017", "bad_request"],
  ["4018", "bad_request"],
  ["4101", "not_found"],
  ["5000", "server_error"],
  ["5001", "timeout"],
  ["5002", "timeout"],
  ["6000", "unauthenticated"],
  ["6001", "unauthenticated"],
  ["6002", "unauthenticated"],
  ["6003", "forbidden"],
  ["6004", "rate_limited"],
  ["6005", "clock_skew"],
]);

/**
 * Reads what is wrong with a reply of Bitfront, whose failures come with HTTP 200; undefined for a success.
 * A JSON reply without a code is no success, but for the public calls, which are documented to have none.
 */
export function readBitfrontProblem(
  { status, body }: Reply,
  call: "account" | "public" = "account",
): Problem | undefined {
  const vendorCode = textAt(body, "statusCode");
  const succeeded = status >= 200 && status < 300;
  if (succeeded && vendorCode === undefined && body !== undefined && call === "account") {
    return problemFromCode("bad_response", {
      reason: "/statusCode is missing, so nothing says that it is a success",
    });
  }
  if (vendorCode === undefined || vendorCode === success) return describeProblem(status, {});
  // A code that is not in the table still means failure; the HTTP status names it where it can.
  return describeProblem(status, {
    code: codes.get(vendorCode) ?? (succeeded ? "vendor_error" : undefined),
    vendorCode,
    message: textAt(body, "statusMessage"),
  });
}

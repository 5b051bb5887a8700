import { describeProblem, textAt, type BalanceErrorCode, type Problem, type Reply } from "@openbalance/http";

// https://www.twilio.com/docs/api/errors
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["20003", "unauthenticated"],
  ["20404", "not_found"],
  ["20429", "rate_limited"],
  ["70051", "forbidden"],
]);

/** Reads what is wrong with a reply of Twilio; undefined for a success. */
export function readTwilioProblem({ status, body }: Reply): Problem | undefined {
  if (status >= 200 && status < 300) return undefined;
  const vendorCode = textAt(body, "code");
  return describeProblem(status, {
    code: vendorCode === undefined ? undefined : codes.get(vendorCode),
    vendorCode,
    message: textAt(body, "message"),
  });
}

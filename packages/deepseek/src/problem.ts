import { describeProblem, textAt, type Problem, type Reply } from "@openbalance/http";

/**
 * Reads what is wrong with a reply of DeepSeek; undefined for a success. A refused key comes with the code
 * `invalid_request_error`, so the HTTP status and the `type` speak and `code` is left aside. The message of that
 * refusal shows a part of the key, so it is left aside too.
 * https://api-docs.deepseek.com/quick_start/error_codes
 */
export function readDeepseekProblem({ status, body }: Reply): Problem | undefined {
  const type = textAt(body, "error", "type");
  const isKeyRefused = status === 401 || type === "authentication_error";
  return describeProblem(status, {
    code: status >= 400 && isKeyRefused ? "unauthenticated" : undefined,
    vendorCode: type,
    reason: status === 402 ? "the balance is used up" : undefined,
    message: isKeyRefused ? undefined : textAt(body, "error", "message"),
  });
}

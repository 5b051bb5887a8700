import { describeProblem, textAt, type Problem, type Reply } from "@openbalance/http";

/**
 * Reads what is wrong with a reply of Vonage, in the form of this call or in that of newer ones; undefined for a success.
 * https://developer.vonage.com/en/api-errors
 */
export function readVonageProblem({ status, body }: Reply): Problem | undefined {
  return describeProblem(status, {
    vendorCode: textAt(body, "error-code"),
    message: textAt(body, "error-code-label") ?? textAt(body, "detail") ?? textAt(body, "title"),
  });
}

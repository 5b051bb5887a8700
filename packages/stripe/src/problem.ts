import { describeProblem, textAt, type Problem, type Reply } from "@openbalance/http";

/**
 * Reads what is wrong with a reply of Stripe; undefined for a success. A reply that says whether to try again is taken at
 * its word. https://docs.stripe.com/error-handling
 */
export function readStripeProblem(reply: Reply): Problem | undefined {
  const { status, body } = reply;
  if (status >= 200 && status < 300) return undefined;
  const vendorCode = textAt(body, "error", "code") ?? textAt(body, "error", "type");
  const problem = describeProblem(status, {
    code: vendorCode === "rate_limit" ? "rate_limited" : undefined,
    vendorCode,
    message: textAt(body, "error", "message"),
  });
  const advice = reply.headers["stripe-should-retry"];
  if (problem === undefined || (advice !== "true" && advice !== "false")) return problem;
  return { ...problem, retry: advice === "true" ? "later" : "never" };
}

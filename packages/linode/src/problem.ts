import { describeProblem, textAt, waitUntilEpochSeconds, type Problem, type Reply } from "@openbalance/http";

/** Reads what is wrong with a reply of Linode by its status; it has words, but no codes. */
export function readLinodeProblem(reply: Reply): Problem | undefined {
  const { status, body } = reply;
  if (status >= 200 && status < 300) return undefined;
  return describeProblem(status, {
    message: textAt(body, "errors", 0, "reason"),
    // Successes have the header too; on other statuses it asks for no wait.
    retryAfterMs: status === 429 ? waitUntilEpochSeconds(reply, "x-ratelimit-reset") : undefined,
  });
}

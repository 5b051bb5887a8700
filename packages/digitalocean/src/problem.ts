import { describeProblem, textAt, waitUntilEpochSeconds, type Problem, type Reply } from "@openbalance/http";

/** Reads what is wrong with a reply of DigitalOcean by its status, which `id` only puts into a word. */
export function readDigitaloceanProblem(reply: Reply): Problem | undefined {
  const { status, body } = reply;
  if (status >= 200 && status < 300) return undefined;
  // The reset is that of the hour. A refused burst says in retry-after when the shorter one is over.
  const isHourUsedUp = status === 429 && reply.headers["retry-after"] === undefined;
  return describeProblem(status, {
    vendorCode: textAt(body, "id"),
    message: textAt(body, "message"),
    retryAfterMs: isHourUsedUp ? waitUntilEpochSeconds(reply, "ratelimit-reset") : undefined,
  });
}

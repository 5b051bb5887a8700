import { describeProblem, textAt, type Problem, type Reply } from "@openbalance/http";

/**
 * Reads what is wrong with a reply of xAI's management API; undefined for a success. No page documents the body of a
 * refusal, so the status decides, and its members are taken over as words alone.
 * https://docs.x.ai/developers/rest-api-reference/management/billing
 */
export function readXaiProblem({ status, body }: Reply): Problem | undefined {
  return describeProblem(status, {
    // Seen where billing is not enabled for a key: a fact about the key, and no fault of the server.
    code: status === 501 ? "vendor_error" : undefined,
    vendorCode: textAt(body, "code"),
    message: textAt(body, "message") ?? textAt(body, "error"),
  });
}

import { describeProblem, problemFromCode, textAt, type Problem, type Reply } from "@openbalance/http";

/**
 * Reads what is wrong with a reply of OpenRouter; undefined for a success. The error's `code` is an HTTP status: that of
 * the reply, but for a refusal that comes under status 200, as those of model calls can.
 * https://openrouter.ai/docs/api/reference/errors
 */
export function readOpenrouterProblem({ status, body }: Reply): Problem | undefined {
  const code = textAt(body, "error", "code");
  const words = {
    vendorCode: textAt(body, "error", "metadata", "error_type") ?? code,
    message: textAt(body, "error", "message"),
  };
  if (status < 200 || status > 299 || !holdsError(body)) return describeProblem(status, words);
  const meant = code !== undefined && /^[45]\d\d$/.test(code) ? Number(code) : undefined;
  return meant === undefined ? problemFromCode("vendor_error", words) : describeProblem(meant, words);
}

function holdsError(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  const error: unknown = Reflect.get(body, "error");
  return error !== undefined && error !== null;
}

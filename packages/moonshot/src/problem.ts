import { describeProblem, problemFromCode, textAt, type Problem, type Reply } from "@openbalance/http";

/**
 * Reads what is wrong with a reply of Moonshot; undefined for a success. The envelope has flags of its own: a 200 whose
 * `code` is not 0, whose `status` is false or that holds an `error` is documented nowhere, and its amounts are no
 * balance. https://platform.kimi.ai/docs/api/balance
 */
export function readMoonshotProblem({ status, body }: Reply): Problem | undefined {
  const type = textAt(body, "error", "type");
  const code = textAt(body, "code");
  const hasFailed = code !== undefined && code !== "0";
  const words = {
    vendorCode: type ?? (hasFailed ? code : undefined),
    message: textAt(body, "error", "message"),
  };
  const isKeyRefused = type === "invalid_authentication_error";
  const problem = describeProblem(status, { ...words, code: isKeyRefused ? "unauthenticated" : undefined });
  if (problem !== undefined || !(hasFailed || deniesSuccess(body))) return problem;
  return problemFromCode("vendor_error", words);
}

function deniesSuccess(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  const error: unknown = Reflect.get(body, "error");
  return Reflect.get(body, "status") === false || (error !== undefined && error !== null);
}

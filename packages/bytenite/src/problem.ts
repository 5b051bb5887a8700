import { describeProblem, problemFromCode, textAt } from "@openbalance/http";
import type { BalanceErrorCode, Problem, Reply } from "@openbalance/http";

// The gateway in front of ByteNite reports gRPC codes: https://grpc.io/docs/guides/status-codes/
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["1", "timeout"],
  ["2", "server_error"],
  ["3", "bad_request"],
  ["4", "timeout"],
  ["5", "not_found"],
  ["6", "bad_request"],
  ["7", "forbidden"],
  ["8", "rate_limited"],
  ["9", "bad_request"],
  ["10", "bad_request"],
  ["11", "bad_request"],
  ["12", "server_error"],
  ["13", "server_error"],
  ["14", "unavailable"],
  ["15", "server_error"],
  ["16", "unauthenticated"],
]);

/** Reads what is wrong with a reply of ByteNite, whose refusals may hold anything; undefined for a success. */
export function readByteniteProblem({ status, body }: Reply): Problem | undefined {
  if (status >= 200 && status < 300) {
    return isObject(body)
      ? undefined
      : problemFromCode("bad_response", { reason: "the body is not an object" });
  }
  const vendorCode = textAt(body, "code");
  return describeProblem(status, {
    code: codes.get(vendorCode ?? ""),
    vendorCode,
    message: typeof body === "string" ? textAt(body) : textAt(body, "message"),
  });
}

function isObject(body: unknown): boolean {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

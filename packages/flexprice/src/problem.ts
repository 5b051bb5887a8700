import { describeProblem, textAt, type BalanceErrorCode, type Problem, type Reply } from "@openbalance/http";

// https://github.com/flexprice/flexprice/blob/main/internal/errors/errors.go
const codes: ReadonlyMap<string, BalanceErrorCode> = new Map([
  ["not_found", "not_found"],
  ["already_exists", "bad_request"],
  ["version_conflict", "bad_request"],
  ["validation_error", "bad_request"],
  ["invalid_operation", "bad_request"],
  ["permission_denied", "forbidden"],
  ["http_client_error", "server_error"],
  ["database_error", "server_error"],
  ["system_error", "server_error"],
  ["internal_error", "server_error"],
  ["not_implemented", "server_error"],
  ["service_unavailable", "unavailable"],
  ["too_many_requests", "rate_limited"],
]);

/**
 * Reads what is wrong with a reply of Flexprice; undefined for a success. Three shapes are in use:
 * `{ code, message }`, the older `{ success, error: { message } }`, and the authentication layer's `{ error }`,
 * `{ message }` or both.
 */
export function readFlexpriceProblem({ status, body }: Reply): Problem | undefined {
  if (status >= 200 && status < 300) return undefined;
  const vendorCode = textAt(body, "code");
  return describeProblem(status, {
    code: vendorCode === undefined ? undefined : codes.get(vendorCode),
    vendorCode,
    message: textAt(body, "message") ?? textAt(body, "error", "message") ?? textAt(body, "error"),
  });
}

import { BalanceError, checkMilliseconds, within } from "@openbalance/http";
import type { RequestDefinition, VendorResponse } from "./vendor-definition.ts";

/** What an account takes whose vendor is asked by a function: what the function takes, a label and a deadline. */
export type RequestOptions<Options extends object> = Options & {
  /** Your label of the account; the vendor's name when absent. */
  readonly ref?: string;
  /** Milliseconds for the request. Default 30,000. */
  readonly timeoutMs?: number;
};

/** Asks by the definition's own function, within a deadline. */
export function requestReader(
  definition: RequestDefinition<string, object>,
  options: Readonly<Record<string, unknown>>,
): (signal: AbortSignal | undefined) => Promise<VendorResponse> {
  const { vendor, request } = definition;
  const { timeoutMs = 30_000, ...own } = options;
  const ms = checkMilliseconds(vendor, "timeoutMs", timeoutMs);
  const expired = (): BalanceError => {
    const message = `${vendor}: no reply within ${ms} ms`;
    return new BalanceError({ code: "timeout", retryable: true, vendor, message });
  };
  return (signal) => within(ms, signal, expired, async (both) => request(own, both));
}

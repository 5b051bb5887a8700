import { BalanceError, checkMilliseconds, isBalanceError, plainCause, within } from "@openbalance/http";
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
  return (signal) =>
    within(ms, signal, expired, async (both) => {
      try {
        return await request(own, both);
      } catch (error) {
        if (isBalanceError(error) || both.aborted) throw error;
        const message = `${vendor}: \`request\` threw something that is no BalanceError`;
        const cause = plainCause(error, secretsOf(own));
        throw new BalanceError({ code: "vendor_error", vendor, message, cause });
      }
    });
}

/** Every text that the caller gave, since any may be a key; shorter ones are no secrets. */
function secretsOf(options: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(options).filter((value) => typeof value === "string" && value.length >= 8) as string[];
}

import {
  BalanceError,
  checkMilliseconds,
  isBalanceError,
  ownOptions,
  plainCause,
  strikeEchoes,
  within,
} from "@openbalance/http";
import type { ReadReply, RequestDefinition, VendorResponse } from "./vendor-definition.ts";

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
): { readonly rate?: undefined; readonly readReply: ReadReply } {
  const { vendor, request } = definition;
  const { timeoutMs = 30_000, ...own } = ownOptions(options);
  const ms = checkMilliseconds(vendor, "timeoutMs", timeoutMs);
  const expired = (): BalanceError => {
    const message = `${vendor}: no reply within ${ms} ms`;
    return new BalanceError({ code: "timeout", retryable: true, vendor, message });
  };
  const readReply: ReadReply = (signal) =>
    within(ms, signal, expired, async (both) => {
      try {
        return withoutEchoes(await request(own, both), credentialsOf(own));
      } catch (error) {
        if (isBalanceError(error) || both.aborted) throw error;
        const message = `${vendor}: \`request\` threw something that is no BalanceError`;
        const cause = plainCause(error, secretsOf(own));
        throw new BalanceError({ code: "vendor_error", vendor, message, cause });
      }
    });
  return { readReply };
}

function withoutEchoes(response: VendorResponse, credentials: readonly string[]): VendorResponse {
  // A function of the caller's own can give anything; the decoder says what is wrong with it.
  if (typeof response?.text !== "string") return response;
  return { ...response, text: strikeEchoes(response.text, credentials) };
}

/** What is a credential by the name of its option: a reply may well name the account that another option names. */
function credentialsOf(options: Readonly<Record<string, unknown>>): readonly string[] {
  return secretsOf(
    Object.fromEntries(
      Object.entries(options).filter(([name]) => /auth|credential|key|pass|secret|token/i.test(name)),
    ),
  );
}

/** Every text that the caller gave, since any may be a key; shorter ones are no secrets. */
function secretsOf(options: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(options).filter((value) => typeof value === "string" && value.length >= 8) as string[];
}

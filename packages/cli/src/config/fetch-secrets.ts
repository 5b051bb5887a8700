import { BalanceError } from "@openbalance/normalize";
import { bounded } from "../runtime/bounded.ts";
import type { SettingValues } from "../runtime/environment.ts";

/** Whose secrets are fetched, and what the user calls them. */
export interface SecretOwner {
  readonly vendor: string;
  readonly ref: string;
  readonly values: SettingValues;
  nameOf(option: string): string;
}

/** What bounds the fetching of each secret. */
export interface FetchLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches what is fetched by a function, so that a file that is not there is told as such, and gives it by option. Rejects
 * with `config` for a secret that cannot be had, `timeout` for one that does not come in time, and `aborted`.
 */
export async function fetchSecrets(
  owner: SecretOwner,
  { timeoutMs, signal }: FetchLimits,
): Promise<Readonly<Record<string, string>>> {
  const fetching = Object.entries(owner.values).map(async ([option, value]) => {
    if (typeof value !== "function") return [];
    try {
      const text = await bounded(timeoutMs, signal, async (own) => value(own));
      if (text === "") throw new Error("the secret is empty");
      return [[option, text] as const];
    } catch (error) {
      throw secretFailure(owner, option, error);
    }
  });
  return Object.fromEntries((await Promise.all(fetching)).flat());
}

function secretFailure({ vendor, ref, nameOf }: SecretOwner, option: string, error: unknown): BalanceError {
  const name = error instanceof Error ? error.name : "";
  const fail = (code: "config" | "timeout" | "aborted", reason: string): BalanceError =>
    new BalanceError({ code, vendor, account: ref, message: `${vendor}: ${nameOf(option)}: ${reason}` });
  if (name === "TimeoutError") return fail("timeout", "the secret did not come in time");
  if (name === "AbortError") return fail("aborted", "the secret was not waited for");
  return fail("config", error instanceof Error ? error.message : "it cannot be fetched");
}

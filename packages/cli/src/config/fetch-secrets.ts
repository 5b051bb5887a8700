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
  const code = (error instanceof Error ? endings.get(error.name)?.code : undefined) ?? "config";
  const message = `${vendor}: ${nameOf(option)}: ${describeMissing(error)}`;
  return new BalanceError({ code, vendor, account: ref, message });
}

const endings: ReadonlyMap<string, { readonly code: "timeout" | "aborted"; readonly reason: string }> =
  new Map([
    ["TimeoutError", { code: "timeout", reason: "the secret did not come in time" }],
    ["AbortError", { code: "aborted", reason: "the secret was not waited for" }],
  ]);

/** Why a secret could not be had. */
export function describeMissing(error: unknown): string {
  if (!(error instanceof Error)) return "it cannot be fetched";
  return endings.get(error.name)?.reason ?? error.message;
}

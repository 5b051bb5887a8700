import {
  isBalanceError,
  type BalanceAccount,
  type BalanceError,
  type BalanceResult,
} from "@openbalance/normalize";
import type { WantedAccount } from "../config/wanted-account.ts";
import { asTheyCome } from "../runtime/as-they-come.ts";

const usualTimeoutMs = 30_000;

/** What bounds the opening of an account, and what comes after it. */
export interface OpeningLimits {
  /** 30 s unless given. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An account with its secrets at hand, or why it cannot be had. */
export type OpenedAccount = { readonly account: BalanceAccount } | { readonly error: BalanceError };

/** Opens an account, however long its secrets take. Never rejects for a reason of the user's. */
export async function openAccount(
  wanted: WantedAccount,
  { timeoutMs = usualTimeoutMs, signal }: OpeningLimits,
): Promise<OpenedAccount> {
  try {
    const account = wanted.open();
    await wanted.fetchSecrets({ timeoutMs, signal });
    return { account };
  } catch (error) {
    if (isBalanceError(error)) return { error };
    throw error;
  }
}

/** An account that cannot be opened. */
export interface OpeningFailure {
  readonly wanted: WantedAccount;
  readonly error: BalanceError;
}

/** What stands for the reading of an account that cannot be had. */
export function failedResult(
  { vendor, ref }: Pick<WantedAccount, "vendor" | "ref">,
  error: BalanceError,
): BalanceResult & { readonly ok: false } {
  return { ok: false, account: { vendor, ref }, error };
}

/** Why none of some accounts can be opened; undefined as soon as one is, or where waiting may help. */
export async function whyNoneOpens(
  wanted: readonly WantedAccount[],
  limits: OpeningLimits,
): Promise<readonly OpeningFailure[] | undefined> {
  const errors = new Map<WantedAccount, BalanceError>();
  const openings = wanted.map(async (each) => ({ each, opened: await openAccount(each, limits) }));
  for await (const { each, opened } of asTheyCome(openings)) {
    if (!("error" in opened) || opened.error.code !== "config") return undefined;
    errors.set(each, opened.error);
  }
  return wanted.flatMap((each) => {
    const error = errors.get(each);
    return error === undefined ? [] : [{ wanted: each, error }];
  });
}

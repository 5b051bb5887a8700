import type { BalanceAccount } from "../src/model/account.ts";
import type { BalanceSnapshot } from "../src/model/balance.ts";
import { snapshot } from "./snapshots.ts";

/** An account of a vendor called acme that reads as told. */
export function account(
  ref: string,
  read: (signal?: AbortSignal) => Promise<BalanceSnapshot<"acme">> = async () => snapshot(ref),
): BalanceAccount<BalanceSnapshot<"acme">> {
  return { vendor: "acme", ref, read };
}

/** A read that ends only when it is told to, or never where it heeds no signal. */
export function pendingRead({ heedsSignal = true }: { readonly heedsSignal?: boolean } = {}): {
  readonly read: (signal?: AbortSignal) => Promise<BalanceSnapshot<"acme">>;
  readonly finish: (value: BalanceSnapshot<"acme">) => void;
  readonly signals: readonly (AbortSignal | undefined)[];
} {
  const { promise, resolve, reject } = Promise.withResolvers<BalanceSnapshot<"acme">>();
  const signals: (AbortSignal | undefined)[] = [];
  return {
    finish: resolve,
    signals,
    read: (signal) => {
      signals.push(signal);
      if (heedsSignal) signal?.addEventListener("abort", () => reject(signal.reason));
      return promise;
    },
  };
}

/** A read that ends at once and counts how often it was asked. */
export function countingRead(): {
  readonly read: () => Promise<BalanceSnapshot<"acme">>;
  readonly count: () => number;
} {
  let count = 0;
  return {
    count: () => count,
    read: async () => {
      count += 1;
      return snapshot("counted");
    },
  };
}

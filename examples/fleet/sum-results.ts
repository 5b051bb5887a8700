import { addDecimal, parseDecimal, type Decimal } from "@openbalance/normalize";
import type { ResultStore } from "./result-store.ts";

export interface FleetSum {
  readonly wallets: number;
  /** The exact sum of what can be spent, by asset. */
  readonly available: ReadonlyMap<string, Decimal>;
  /** How many wallets failed for good, by the code of the error. */
  readonly errors: ReadonlyMap<string, number>;
  /** Wallets whose vendor does not state what can be spent. */
  readonly unstated: number;
}

/** Adds up the results of a run. */
export async function sumResults(store: ResultStore): Promise<FleetSum> {
  const available = new Map<string, Decimal>();
  const errors = new Map<string, number>();
  let wallets = 0;
  let unstated = 0;
  for await (const [, result] of store.all()) {
    wallets += 1;
    if ("error" in result) {
      errors.set(result.error, (errors.get(result.error) ?? 0) + 1);
      continue;
    }
    const amount = parseDecimal(result.available ?? "");
    if (amount === undefined) unstated += 1;
    else available.set(result.asset, addDecimal(available.get(result.asset) ?? "0", amount));
  }
  return { wallets, available, errors, unstated };
}

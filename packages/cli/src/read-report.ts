import {
  isBalanceError,
  readBalances,
  type BalanceAccount,
  type BalanceReport,
  type BalanceResult,
} from "@openbalance/normalize";
import { vendorVariables, type Environment } from "./environment.ts";

/** Reads every account that the environment names; one that cannot be made is a failed result in its place. */
export async function readReport(environment: Environment): Promise<BalanceReport> {
  const wanted = vendorVariables.filter(({ variables }) =>
    variables.some((name) => environment[name] !== undefined),
  );
  const made = wanted.map(({ vendor, account }) => makeAccount(vendor, () => account(environment)));
  const accounts = made.filter((result): result is BalanceAccount => "read" in result);
  const read = (await readBalances(accounts)).results.values();
  const results = made.map((result) => ("read" in result ? nextOf(read) : result));
  return { schema: "balance-report/1", complete: results.every(({ ok }) => ok), results };
}

function makeAccount(vendor: string, make: () => BalanceAccount): BalanceAccount | BalanceResult {
  try {
    return make();
  } catch (error) {
    if (isBalanceError(error)) return { ok: false, account: { vendor, ref: vendor }, error };
    throw error;
  }
}

function nextOf(results: Iterator<BalanceResult, undefined>): BalanceResult {
  const { value } = results.next();
  if (value === undefined) throw new TypeError("readBalances gave fewer results than accounts");
  return value;
}

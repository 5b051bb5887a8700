import type { Balance, BalanceSnapshot } from "../../src/index.ts";

/** What a row says, without its asset and provenance. */
export function amountsOf(balance: Balance | undefined): Partial<Balance> {
  const { asset: _asset, provenance: _provenance, ...amounts } = balance ?? {};
  return amounts;
}

/** The issues as "code path", in the order in which they were found. */
export function issuesOf({ issues }: BalanceSnapshot): readonly string[] {
  return issues.map(({ code, path }) => `${code} ${path}`);
}

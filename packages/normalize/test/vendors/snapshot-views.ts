import type { Balance, BalanceSnapshot } from "../../src/index.ts";

/** What a row says, without its asset, how that is known, and provenance. */
export function amountsOf(balance: Balance | undefined): Partial<Balance> {
  const { asset: _asset, assetFrom: _assetFrom, provenance: _provenance, ...amounts } = balance ?? {};
  return unlessFunds(amounts);
}

/** Without its kind where it is the usual one; the laws hold every row to that of its vendor. */
function unlessFunds(row: Partial<Balance>): Partial<Balance> {
  const { kind, ...others } = row;
  return kind === "funds" ? others : row;
}

/** The only row, without where its amounts come from. */
export function rowOf({ balances }: BalanceSnapshot): Partial<Balance> {
  const [balance, ...others] = balances;
  if (balance === undefined || others.length > 0)
    throw new Error(`${balances.length} rows where one is wanted`);
  const { provenance: _provenance, ...row } = balance;
  return unlessFunds(row);
}

/** The issues as "code path", in the order in which they were found. */
export function issuesOf({ issues }: BalanceSnapshot): readonly string[] {
  return issues.map(({ code, path }) => `${code} ${path}`);
}

import { namesOf } from "./scaffold/vendor-name.ts";

/** The most that a bundle may weigh, in bytes, gzipped. */
export interface SizeLimits {
  /** One vendor's typed client. */
  readonly client: number;
  /** One vendor's account and `readBalance`. */
  readonly account: number;
  /** The accounts of the first five vendors and `readBalances`. */
  readonly fiveAccounts: number;
  /** What each vendor more may add to them. */
  readonly accountMore: number;
}

/** `npm test` fails beyond it, and `pnpm bench` says how far each is met. docs/decisions/0030 says what is in it. */
export const sizeLimits: SizeLimits = {
  client: 14_900,
  account: 15_600,
  fiveAccounts: 19_400,
  accountMore: 700,
};

/** What the accounts of so many vendors may weigh together. */
export function allAccountsLimit({ fiveAccounts, accountMore }: SizeLimits, vendors: number): number {
  return fiveAccounts + Math.max(0, vendors - 5) * accountMore;
}

/** What an application imports to speak to one vendor, or to read one vendor's balance. */
export function vendorImports(vendor: string): { readonly client: string; readonly account: string } {
  const { pascal, camel } = namesOf(vendor);
  return {
    client: `export { create${pascal}Client } from "@openbalance/${vendor}";`,
    account: [
      `export { ${camel}Account } from "@openbalance/normalize/${vendor}";`,
      `export { readBalance } from "@openbalance/normalize/core";`,
    ].join("\n"),
  };
}

/** What an application imports to read the balances of all vendors. */
export function wholeImport(vendors: readonly string[]): string {
  const accounts = vendors.map((vendor) => `${namesOf(vendor).camel}Account`);
  return `export { ${[...accounts, "readBalances"].join(", ")} } from "@openbalance/normalize";`;
}

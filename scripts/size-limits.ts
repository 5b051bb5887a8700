/** The most that a bundle may weigh, in bytes, gzipped, openapi-fetch in it (2,600 of them). */
export interface SizeLimits {
  /** One vendor's typed client. */
  readonly client: number;
  /** One vendor's account and `readBalance`. */
  readonly account: number;
  /** The accounts of all vendors and `readBalances`. */
  readonly allAccounts: number;
}

/** What the design asks for. `pnpm bench` says how far each is met. */
export const sizeTargets: SizeLimits = { client: 5_500, account: 10_000, allAccounts: 16_000 };

/** What is held today: `npm test` fails beyond it. Only ever lowered; docs/decisions/0030 says why it is not the target. */
export const sizeLimits: SizeLimits = { client: 10_800, account: 14_900, allAccounts: 20_000 };

/** What an application imports to speak to one vendor, or to read one vendor's balance. */
export function vendorImports(vendor: string): { readonly client: string; readonly account: string } {
  const capitalised = vendor.charAt(0).toUpperCase() + vendor.slice(1);
  return {
    client: `export { create${capitalised}Client } from "@openbalance/${vendor}";`,
    account: [
      `export { ${vendor}Account } from "@openbalance/normalize/${vendor}";`,
      `export { readBalance } from "@openbalance/normalize";`,
    ].join("\n"),
  };
}

/** What an application imports to read the balances of all vendors. */
export function wholeImport(vendors: readonly string[]): string {
  const accounts = vendors.map((vendor) => `${vendor}Account`);
  return `export { ${[...accounts, "readBalances"].join(", ")} } from "@openbalance/normalize";`;
}

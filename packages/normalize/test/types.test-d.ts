import {
  addDecimal,
  bitfrontAccount,
  defineVendor,
  isBelow,
  readBalance,
  readBalances,
  telnyxAccount,
  toScale,
  type Balance,
  type BalanceSnapshot,
  type BitfrontSnapshot,
  type BuiltInSnapshot,
  type BuiltInVendor,
  type Decimal,
  type Pool,
  type Quota,
  type Reported,
  type TelnyxSnapshot,
} from "../src/index.ts";

// Compiled, never run: `tsc` fails where a line below an `@ts-expect-error` is accepted after all.

export function amountsAreText(balance: Balance, snapshot: BalanceSnapshot): void {
  // @ts-expect-error A number is no amount.
  addDecimal(0.1, "0.2");
  // @ts-expect-error Nor is a text that holds none.
  addDecimal("twelve", "1");
  // @ts-expect-error Absent is not zero.
  addDecimal(balance.total, "1");
  // @ts-expect-error A threshold is an amount.
  isBelow(snapshot, { asset: "iso4217:USD", field: "available", amount: 50 });
  // @ts-expect-error Without a rounding mode nothing is rounded.
  toScale("1.005", 2);
  // @ts-expect-error The answer may be "unknown".
  const below: boolean = isBelow(snapshot, { asset: "iso4217:USD", field: "available", amount: "50" });
  // @ts-expect-error A snapshot is not changed after the fact.
  snapshot.balances = [];
  void below;
}

export function unusualRowsSaySo(pool: Pool, reported: Reported): Partial<Balance> {
  // @ts-expect-error Without an id a pool is not told from another.
  const nameless: Pool = { name: "cards" };
  // @ts-expect-error What is not negated does not say so.
  const usual: Reported = { ...reported, negated: false };
  // @ts-expect-error A total has no bound that could be missing.
  const boundless: Balance["unlimited"] = ["total"];
  // @ts-expect-error An allowance is counted in text, as every amount is.
  const quota: Quota = { limit: 100_000 };
  void [nameless, usual, boundless, quota];
  return { pool, unlimited: ["creditLimit", "quota.limit"], quota: { limit: "100000", every: "monthly" } };
}

export function noVendorIsForgotten(vendor: BuiltInVendor): string {
  if (vendor !== "telnyx" && vendor !== "bitfront") {
    const other: Exclude<BuiltInVendor, "telnyx" | "bitfront"> = vendor;
    return other;
  }
  switch (vendor) {
    case "bitfront":
    case "telnyx":
      return vendor;
    default:
      return vendor satisfies never;
  }
}

export function oneVendorIsMissing(vendor: BuiltInVendor): string {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- that the compiler sees it too is the point
  switch (vendor) {
    case "bitfront":
      return vendor;
    default:
      // @ts-expect-error Telnyx is left.
      return vendor satisfies Exclude<BuiltInVendor, "bitfront" | "telnyx">;
  }
}

// @ts-expect-error This is no vendor of the package.
export const unknownVendor: BuiltInVendor = "acme";

export function rawIsTheVendorsOwn(snapshot: BuiltInSnapshot, telnyx: TelnyxSnapshot): unknown {
  if (snapshot.vendor === "telnyx") {
    // @ts-expect-error `responseData` is a field of Bitfront.
    void snapshot.raw.responseData;
    return snapshot.raw.data?.available_credit;
  }
  // @ts-expect-error A Telnyx snapshot is none of Bitfront.
  const bitfront: BitfrontSnapshot = telnyx;
  return bitfront;
}

export async function resultsKeepTheirVendor(): Promise<void> {
  const telnyx = telnyxAccount({ apiKey: "k" });
  const one: TelnyxSnapshot = await readBalance(telnyx);
  const { results } = await readBalances([telnyx, bitfrontAccount({ apiKey: "k", apiSecret: "s" })]);
  for (const result of results) {
    // @ts-expect-error A failure has no snapshot.
    void result.snapshot;
    if (!result.ok) continue;
    const either: TelnyxSnapshot | BitfrontSnapshot = result.snapshot;
    // @ts-expect-error It may be the other vendor's.
    const sure: TelnyxSnapshot = result.snapshot;
    void [either, sure];
  }
  // @ts-expect-error The option is called accountTimeoutMs.
  await readBalances([telnyx], { perAccountTimeoutMs: 5 });
  void one;
}

export function accountsTakeWhatTheirVendorNeeds(): void {
  // @ts-expect-error The key is missing.
  telnyxAccount({});
  // @ts-expect-error A client and a key exclude each other.
  telnyxAccount({ apiKey: "k", client: { GET: () => undefined } });
  const { account } = defineVendor({
    vendor: "acme",
    baseUrl: "https://api.acme.example",
    path: "/wallets/{walletId}/users/{userId}",
    credentials: ["apiKey"],
    authorize: (request, { apiKey }) => {
      request.headers["x-api-key"] = apiKey;
    },
    decode: () => ({ balances: [] }),
  });
  account({ apiKey: () => "k", walletId: "w", userId: "u", timeoutMs: 5, ref: "prod" });
  // @ts-expect-error The path names a user too.
  account({ apiKey: "k", walletId: "w" });
  // @ts-expect-error An id is a text, not a function that gives one.
  account({ apiKey: "k", walletId: "w", userId: () => "u" });
  // @ts-expect-error No such credential.
  account({ apiKey: "k", apiSecret: "s", walletId: "w", userId: "u" });
}

// The compiler takes any number's text for a Decimal; only `parseDecimal` proves that it is canonical.
export const hint: Decimal = "1e5";

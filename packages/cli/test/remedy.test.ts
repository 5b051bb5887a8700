import { BalanceError, type BalanceErrorCode } from "@openbalance/normalize";
import { describe, expect, it } from "vitest";
import { environmentAccounts } from "../src/config/environment-accounts.ts";
import type { WantedAccount } from "../src/config/wanted-account.ts";
import { remedyFor } from "../src/accounts/remedy.ts";

function accountOf(environment: Readonly<Record<string, string>>): WantedAccount {
  const [account] = environmentAccounts(environment);
  if (account === undefined) throw new Error("the environment names no account");
  return account;
}

function remedy(account: WantedAccount, code: BalanceErrorCode, retryAfterMs?: number): string | undefined {
  const { vendor } = account;
  const message = `${vendor}: it failed`;
  return remedyFor(
    new BalanceError({ code, vendor, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }),
    account,
  );
}

const flexprice = { FLEXPRICE_API_KEY: "sk_1", FLEXPRICE_WALLET_ID: "w" };

describe("the remedy", () => {
  it("names the variable of a key that is refused, and the region it must be of", () => {
    const account = accountOf({ ...flexprice, FLEXPRICE_REGION: "us" });
    expect(remedy(account, "unauthenticated")).toBe("is FLEXPRICE_API_KEY right and of the region us?");
  });

  it("names no region where an address stands in for it", () => {
    const account = accountOf({
      ...flexprice,
      FLEXPRICE_REGION: "us",
      FLEXPRICE_BASE_URL: "https://x.example",
    });
    expect(remedy(account, "unauthenticated")).toBe("is FLEXPRICE_API_KEY right?");
  });

  it("names the one credential of two that was given", () => {
    expect(remedy(accountOf({ BYTENITE_ACCESS_TOKEN: "t" }), "unauthenticated")).toBe(
      "is BYTENITE_ACCESS_TOKEN right?",
    );
    expect(remedy(accountOf({ BITFRONT_API_KEY: "k", BITFRONT_API_SECRET: "s" }), "forbidden")).toBe(
      "may BITFRONT_API_KEY and BITFRONT_API_SECRET read balances?",
    );
  });

  it("says how long a vendor asked to wait, where it did", () => {
    const account = accountOf({ GLYPHRUN_TOKEN: "t" });
    expect(remedy(account, "rate_limited", 90_000)).toBe("try again in 1 m 30 s");
    expect(remedy(account, "rate_limited")).toBe("read less often");
  });

  it("is left out where the reason says it all", () => {
    expect(remedy(accountOf({ TELNYX_API_KEY: "k" }), "config")).toBeUndefined();
  });
});

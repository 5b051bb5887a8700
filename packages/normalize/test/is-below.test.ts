import { describe, expect, it } from "vitest";
import type { BalanceSnapshot } from "../src/model/balance.ts";
import { isBelow } from "../src/use/is-below.ts";
import type { Threshold } from "../src/use/threshold.ts";
import { configMessage } from "./config-error.ts";
import { balance, fiat, snapshot } from "./snapshots.ts";

const usd = fiat("USD");

function threshold(amount: Threshold["amount"], field: Threshold["field"] = "available"): Threshold {
  return { asset: usd.id, field, amount };
}

describe("isBelow", () => {
  it("compares digits a double would lose", () => {
    const account = snapshot("a", balance(usd, { available: "90071992547409931.1" }));
    expect(isBelow(account, threshold("90071992547409931.2"))).toBe(true);
    expect(isBelow(account, threshold("90071992547409931.10"))).toBe(false);
  });

  it("takes an amount that is not stated for unknown, not for zero", () => {
    const account = snapshot("a", balance(usd, { total: "5" }));
    expect(isBelow(account, threshold("1"))).toBe("unknown");
    expect(isBelow(account, threshold("1", "total"))).toBe(false);
  });

  it("does not know of an asset that is not listed", () => {
    expect(isBelow(snapshot("a"), threshold("1"))).toBe("unknown");
    expect(isBelow(snapshot("a", balance(fiat("EUR"), { available: "5" })), threshold("1"))).toBe("unknown");
  });

  it("takes what the vendor says is unlimited for never below", () => {
    const row = balance(usd, { total: "1", unlimited: ["creditLimit", "quota.limit"] });
    expect(isBelow(snapshot("a", row), threshold("1000", "creditLimit"))).toBe(false);
    expect(isBelow(snapshot("a", row), threshold("1000"))).toBe(false);
    expect(isBelow(snapshot("a", row), threshold("1000", "total"))).toBe(true);
    expect(isBelow(snapshot("a", row, balance(usd, { available: "5" })), threshold("9"))).toBe("unknown");
    const line = balance(usd, { unlimited: ["creditLimit"] });
    expect(isBelow(snapshot("a", line), threshold("1"))).toBe("unknown");
    const spendable = balance(usd, { unlimited: ["creditLimit"], availableIncludesCredit: true });
    expect(isBelow(snapshot("a", spendable), threshold("1"))).toBe(false);
    const stated = balance(usd, { ...spendable, available: "0.5" });
    expect(isBelow(snapshot("a", stated), threshold("1"))).toBe(true);
  });

  it("takes a code where one asset of the snapshot has it, and refuses what names none or several", async () => {
    const account = snapshot("a", balance(usd, { available: "5" }));
    expect(isBelow(account, { asset: "USD", amount: "10" })).toBe(true);
    expect(isBelow(account, { amount: "10" })).toBe(true);
    const message = await configMessage(() => isBelow(account, { asset: "credits", amount: "10" }));
    expect(message).toContain("iso4217:USD");
  });

  it("says that the vendor refuses, which is not false", () => {
    const account = { ...snapshot("a", balance(usd, { available: "5" })), spendable: false };
    expect(isBelow(account, { amount: "1" })).toBe("refused");
  });

  it("looks at the rows of one pool, or at those that stand in none", () => {
    const account = snapshot(
      "a",
      balance(usd, { available: "5" }),
      balance(usd, { available: "50", pool: { id: "issuing" } }),
    );
    expect(isBelow(account, threshold("10"))).toBe(true);
    expect(isBelow(account, { ...threshold("10"), pool: "issuing" })).toBe(false);
    expect(isBelow(account, { ...threshold("10"), pool: "other" })).toBe("unknown");
  });

  it("answers for several balances of one asset only what holds for each and for all together", () => {
    const account = snapshot("a", balance(usd, { available: "6" }), balance(usd, { available: "7" }));
    expect(isBelow(account, threshold("5"))).toBe(false);
    expect(isBelow(account, threshold("6.5"))).toBe("unknown");
    expect(isBelow(account, threshold("10"))).toBe("unknown");
    expect(isBelow(account, threshold("13.1"))).toBe(true);
    const partly = snapshot("a", balance(usd, { available: "6" }), balance(usd));
    expect(isBelow(partly, threshold("5"))).toBe("unknown");
  });

  it("names the argument that is wrong", async () => {
    const account = snapshot("a", balance(usd, { available: "6" }));
    const message = (wrong: object): Promise<string> =>
      configMessage(() => isBelow(account, { ...threshold("1"), ...wrong }));
    expect(await message({ amount: 5 })).toContain("`amount`");
    expect(await message({ asset: usd })).toContain("`asset`");
    expect(await message({ field: "credits" })).toContain("`field`");
    expect(await message({ currency: "USD" })).toContain("`currency`");
    const result = { ok: true, snapshot: account } as unknown as BalanceSnapshot;
    expect(await configMessage(() => isBelow(result, threshold("1")))).toContain("`snapshot`");
  });
});

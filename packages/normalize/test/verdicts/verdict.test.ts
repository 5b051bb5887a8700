import { describe, expect, it } from "vitest";
import type { Asset } from "../../src/model/asset.ts";
import type { BalanceSnapshot } from "../../src/model/balance.ts";
import type { Threshold } from "../../src/use/threshold.ts";
import { judge } from "../../src/use/verdict.ts";
import { configMessage } from "../config-error.ts";
import { balance, fiat, snapshot } from "../snapshots.ts";

const usd = fiat("USD");
const characters: Asset = { kind: "credit", code: "character", id: "acme:character" };

function verdictOf(account: BalanceSnapshot, threshold: Threshold): string {
  const { verdict, reason } = judge(account, threshold);
  return `${verdict}: ${reason}`;
}

describe("a verdict", () => {
  it("is fine from the threshold on, and names what it compared", () => {
    const account = snapshot(
      "a",
      balance(usd, { total: "9", available: "20", availableIncludesCredit: true }),
    );
    expect(judge(account, { amount: "20" })).toEqual({
      verdict: "fine",
      reason: "enough",
      asset: usd,
      field: "available",
      amount: "20",
      includesCredit: true,
      judged: [0],
    });
    expect(verdictOf(account, { amount: "20.01" })).toBe("below: below_threshold");
  });

  it("is of the total where that alone is stated", () => {
    const account = snapshot("a", balance(usd, { total: "5" }));
    expect(judge(account, { amount: "20" })).toMatchObject({ verdict: "below", field: "total", amount: "5" });
    expect(verdictOf(account, { amount: "20", field: "available" })).toBe("unknown: not_stated");
  });

  it("is unknown for a cap that is not named, whatever it is", () => {
    const cap = balance(usd, { kind: "allowance", available: "30", scope: "key" });
    const open = balance(usd, { kind: "allowance", unlimited: ["quota.limit"] });
    expect(verdictOf(snapshot("a", cap), { amount: "20" })).toBe("unknown: allowance");
    expect(verdictOf(snapshot("a", cap), { amount: "40", field: "available" })).toBe("unknown: allowance");
    expect(verdictOf(snapshot("a", open), { amount: "20" })).toBe("unknown: allowance");
    expect(verdictOf(snapshot("a", cap), { amount: "20", field: "quota" })).toBe("fine: enough");
    expect(verdictOf(snapshot("a", cap), { amount: "40", field: "quota" })).toBe("below: below_threshold");
    expect(verdictOf(snapshot("a", cap), { amount: "40", scope: "key" })).toBe("below: below_threshold");
    expect(verdictOf(snapshot("a", cap), { amount: "20", scope: "team" })).toBe("unknown: scope");
    expect(verdictOf(snapshot("a", open), { amount: "20", field: "quota" })).toBe("fine: unlimited");
  });

  it("judges funds beside a cap, and a cap beside funds", () => {
    const account = snapshot(
      "a",
      balance(usd, { total: "100" }),
      balance(usd, { kind: "allowance", available: "3", scope: "key" }),
    );
    expect(judge(account, { amount: "20" })).toMatchObject({ verdict: "fine", judged: [0] });
    expect(judge(account, { amount: "20", field: "quota" })).toMatchObject({ verdict: "below", judged: [1] });
  });

  it("is unknown for test money, whatever is named", () => {
    const account = snapshot("a", balance(usd, { kind: "test", available: "500" }));
    expect(verdictOf(account, { amount: "20" })).toBe("unknown: test");
    expect(verdictOf(account, { amount: "20", asset: "USD", field: "available" })).toBe("unknown: test");
  });

  it("is unknown for what a key alone has, where the account is meant", () => {
    const account = {
      ...snapshot("a", balance(usd, { total: "5" })),
      account: { ref: "a", scope: "key" },
    } as const;
    expect(verdictOf(account, { amount: "1" })).toBe("unknown: scope");
    expect(verdictOf(account, { amount: "1", scope: "key" })).toBe("fine: enough");
    const team = { ...account, account: { ref: "a", scope: "team" } } as const;
    expect(verdictOf(team, { amount: "1" })).toBe("fine: enough");
  });

  it("is refused where the vendor says that it serves no calls, unless less is left than wanted", () => {
    const full = snapshot("a", balance(usd, { total: "71.46" }));
    expect(verdictOf({ ...full, spendable: false }, { amount: "20" })).toBe("refused: not_spendable");
    expect(verdictOf({ ...full, spendable: true }, { amount: "20" })).toBe("fine: enough");
    expect(verdictOf({ ...full, spendable: false }, { amount: "100" })).toBe("below: below_threshold");
    for (const state of ["frozen", "closed"]) {
      expect(verdictOf({ ...full, state }, { amount: "20" })).toBe("refused: not_active");
    }
    const stopped = { ...snapshot("a", balance(usd, { due: "1" })), state: "frozen" } as const;
    expect(verdictOf(stopped, { amount: "20" })).toBe("refused: not_active");
  });

  it("is unknown in a state that nobody documents, unless less is left than wanted", () => {
    const account = { ...snapshot("a", balance(usd, { total: "50" })), state: "past_due" };
    expect(verdictOf(account, { amount: "20" })).toBe("unknown: state_not_known");
    expect(verdictOf(account, { amount: "60" })).toBe("below: below_threshold");
    for (const state of ["active", "trialing", "free"]) {
      expect(verdictOf({ ...account, state }, { amount: "20" })).toBe("fine: enough");
    }
  });

  it("is of the one asset that has something left, or of the one that is named by code or id", () => {
    const due = balance(fiat("EUR"), { due: "3" });
    const one = snapshot("a", due, balance(usd, { total: "50" }));
    expect(judge(one, { amount: "20" })).toMatchObject({ verdict: "fine", asset: usd, judged: [1] });
    const two = snapshot("a", balance(fiat("CNY"), { total: "5" }), balance(usd, { total: "50" }));
    expect(verdictOf(two, { amount: "20" })).toBe("unknown: several_assets");
    expect(verdictOf(two, { amount: "20", asset: "usd" })).toBe("fine: enough");
    expect(verdictOf(two, { amount: "20", asset: "iso4217:CNY" })).toBe("below: below_threshold");
    expect(verdictOf(two, { amount: "20", asset: "EUR" })).toBe("unknown: not_listed");
    expect(verdictOf(two, { amount: "20", asset: "credits" })).toBe("unknown: asset_not_known");
    expect(verdictOf(snapshot("a"), { amount: "20" })).toBe("unknown: not_listed");
  });

  it("is unknown where a code is that of several assets, or no vendor named any", () => {
    const other: Asset = { ...characters, id: "acme:other" };
    const twins = snapshot("a", balance(characters, { total: "5" }), balance(other, { total: "50" }));
    expect(verdictOf(twins, { amount: "1", asset: "character" })).toBe("unknown: several_assets");
    const unnamed: Asset = { kind: "unknown", id: "acme:unknown" };
    const rows = [balance(unnamed, { total: "5" }), balance(unnamed, { total: "50" })];
    expect(verdictOf(snapshot("a", ...rows), { amount: "1" })).toBe("unknown: several_assets");
    expect(verdictOf(snapshot("a", balance(unnamed, { total: "5" })), { amount: "1" })).toBe("fine: enough");
  });

  it("holds for each of several balances of one asset and for their sum, or is unknown", () => {
    const account = snapshot("a", balance(usd, { total: "6" }), balance(usd, { total: "7" }));
    expect(judge(account, { amount: "5" })).toEqual({
      verdict: "fine",
      reason: "enough",
      asset: usd,
      field: "total",
      judged: [0, 1],
    });
    expect(verdictOf(account, { amount: "10" })).toBe("unknown: balances_disagree");
    const partly = snapshot("a", balance(usd, { total: "6" }), balance(usd, { due: "1" }));
    expect(verdictOf(partly, { amount: "5" })).toBe("unknown: not_stated");
  });

  it("is of one pool where it is named, and of none else", () => {
    const pool = { id: "promotion:0" };
    const account = snapshot("a", balance(usd, { total: "5" }), balance(usd, { total: "100", pool }));
    expect(judge(account, { amount: "20" })).toMatchObject({ verdict: "below", judged: [0] });
    expect(judge(account, { amount: "20", pool: "promotion:0" })).toMatchObject({
      verdict: "fine",
      judged: [1],
    });
    expect(verdictOf(account, { amount: "20", pool: "other" })).toBe("unknown: not_listed");
  });

  it("names the argument that is wrong", async () => {
    const account = snapshot("a", balance(usd, { total: "6" }));
    const message = (wrong: object): Promise<string> => {
      return configMessage(() => judge(account, { amount: "1", ...wrong }));
    };
    expect(await message({ amount: 20 })).toContain("`amount`");
    expect(await message({ amount: "20 USD" })).toContain("`amount`");
    expect(await message({ asset: usd })).toContain("`asset`");
    expect(await message({ field: "rest" })).toContain("`field`");
    expect(await message({ scope: "user" })).toContain("`scope`");
    expect(await message({ below: "1" })).toContain("`below`");
    expect(await configMessage(() => judge({} as BalanceSnapshot, { amount: "1" }))).toContain("`snapshot`");
  });
});

import { describe, expect, it } from "vitest";
import type { Asset } from "../src/model/asset.ts";
import type { AmountField, BalanceSnapshot } from "../src/model/balance.ts";
import type { Decimal } from "../src/model/decimal.ts";
import { sumBalances } from "../src/use/sum-balances.ts";
import { configMessage } from "./config-error.ts";
import { balance, fiat, snapshot } from "./snapshots.ts";

const usd = fiat("USD");
const usdc: Asset = { kind: "token", code: "USDC", id: "eip155:8453/erc20:0x833589" };
const unnamed: Asset = { kind: "unknown", id: "acme:unknown" };

/** Two rows of one account, by the vendor's id of it. */
function twoRows(ref: string, id: string, total: Decimal): BalanceSnapshot {
  return { ...snapshot(ref, balance(usd, { total }), balance(usd, { total })), account: { ref, id } };
}

describe("sumBalances", () => {
  it("adds exactly, per asset, in the order in which assets first appear", () => {
    const sums = sumBalances(
      [
        snapshot("a", balance(usdc, { total: "100.5" }), balance(usd, { total: "0.1" })),
        snapshot("b", balance(usd, { total: "0.2" }), balance(usdc, { total: "-0.000001" })),
      ],
      "total",
    );
    expect(sums.map(({ asset, amount }) => [asset.id, amount])).toEqual([
      [usdc.id, "100.499999"],
      [usd.id, "0.3"],
    ]);
  });

  it("lists which balances do not state the field, and counts none of them as zero", () => {
    const [sum] = sumBalances(
      [
        snapshot("a", balance(usd, { total: "5" })),
        snapshot("b", balance(usd), balance(usd, { total: "1" })),
      ],
      "total",
    );
    expect(sum).toEqual({
      asset: usd,
      amount: "6",
      counted: [
        { vendor: "acme", ref: "a", index: 0 },
        { vendor: "acme", ref: "b", index: 1 },
      ],
      withCredit: [],
      leftOut: [{ vendor: "acme", ref: "b", index: 0, reason: "not_stated" }],
    });
  });

  it("gives no amount where nobody states the field", () => {
    const [sum] = sumBalances([snapshot("a", balance(usd, { total: "5" }))], "due");
    expect(sum).toEqual({
      asset: usd,
      counted: [],
      withCredit: [],
      leftOut: [{ vendor: "acme", ref: "a", index: 0, reason: "not_stated" }],
    });
  });

  it("leaves out what stands in a pool and says so, unless it is asked for", () => {
    const account = snapshot(
      "a",
      balance(usd, { total: "5", available: "4" }),
      balance(usd, { total: "100", pool: { id: "promotion:0" } }),
    );
    const inPool = { vendor: "acme", ref: "a", index: 1 };
    const out = { ...inPool, reason: "pool" };
    expect(sumBalances([account], "total")).toMatchObject([{ amount: "5", leftOut: [out] }]);
    expect(sumBalances([account], "available")).toMatchObject([{ leftOut: [out] }]);
    const [all] = sumBalances([account], "total", { includePools: true });
    expect(all).toMatchObject({ amount: "105", leftOut: [], counted: [{}, inPool] });
  });

  it("adds what is left of real funds alone, and says of all else why it is left out", () => {
    const key = balance(usd, { kind: "allowance", available: "30" });
    const test = balance(usd, { kind: "test", available: "50000" });
    const line = balance(usd, { total: "300", available: "400", availableIncludesCredit: true });
    const [sum, ...others] = sumBalances([snapshot("a", line), snapshot("b", key), snapshot("c", test)]);
    expect(others).toEqual([]);
    expect(sum).toEqual({
      asset: usd,
      amount: "400",
      counted: [{ vendor: "acme", ref: "a", index: 0 }],
      withCredit: [{ vendor: "acme", ref: "a", index: 0 }],
      leftOut: [
        { vendor: "acme", ref: "b", index: 0, reason: "allowance" },
        { vendor: "acme", ref: "c", index: 0, reason: "test" },
      ],
    });
  });

  it("counts an account that is read through two keys once, and names the one that counts", () => {
    const [sum] = sumBalances([twoRows("a", "w1", "5"), twoRows("b", "w1", "5"), twoRows("c", "w2", "5")]);
    expect(sum).toMatchObject({ amount: "20" });
    expect(sum?.leftOut).toEqual([
      { vendor: "acme", ref: "b", index: 0, reason: "already_counted", countedAs: "a" },
      { vendor: "acme", ref: "b", index: 1, reason: "already_counted", countedAs: "a" },
    ]);
  });

  it("leaves out what a key, a project or a team has of an account, and counts a team that was read", () => {
    const rows = [balance(usd, { total: "5" }), balance(usd, { total: "2", scope: "project" })];
    const of = (scope: "account" | "team" | "key"): BalanceSnapshot => {
      return { ...snapshot("a", ...rows), account: { ref: "a", scope } };
    };
    expect(sumBalances([of("account")])).toMatchObject([{ amount: "5", leftOut: [{ reason: "scope" }] }]);
    expect(sumBalances([of("team")])).toMatchObject([{ amount: "5", leftOut: [{ reason: "scope" }] }]);
    expect(sumBalances([of("key")])[0]).not.toHaveProperty("amount");
  });

  it("leaves out what nothing bounds, and what has nothing that is left", () => {
    const rows = [
      balance(usd, { unlimited: ["creditLimit"], availableIncludesCredit: true }),
      balance(usd, { due: "5" }),
    ];
    const reasons = sumBalances([snapshot("a", ...rows)]).flatMap(({ leftOut }) => leftOut);
    expect(reasons.map(({ reason }) => reason)).toEqual(["unlimited", "not_stated"]);
  });

  it("adds up one asset alone where it is named, by id or by code", async () => {
    const account = snapshot("a", balance(usd, { total: "5" }), balance(usdc, { total: "7" }));
    expect(sumBalances([account], "left", { asset: "usdc" })).toMatchObject([{ asset: usdc, amount: "7" }]);
    expect(sumBalances([account], "left", { asset: usd.id })).toMatchObject([{ asset: usd, amount: "5" }]);
    const message = await configMessage(() => sumBalances([account], "left", { asset: "DOGE" }));
    expect(message).toContain(usdc.id);
  });

  it("never adds equivalents, which are the same funds", () => {
    const credits: Asset = { kind: "credit", code: "credits", id: "acme:w1" };
    const row = balance(usd, { total: "100", equivalents: [{ asset: credits, total: "100" }] });
    expect(sumBalances([snapshot("a", row)], "total").map(({ asset }) => asset.id)).toEqual([usd.id]);
  });

  it("never adds two balances whose asset no vendor named", () => {
    const sums = sumBalances(
      [snapshot("a", balance(unnamed, { total: "1" })), snapshot("b", balance(unnamed, { total: "2" }))],
      "total",
    );
    expect(sums.map(({ amount }) => amount)).toEqual(["1", "2"]);
  });

  it("never adds what comes in to what goes out", () => {
    const sums = sumBalances(
      [
        snapshot("a", balance(usd, { pending: "1", pendingDirection: "in" })),
        snapshot("b", balance(usd, { pending: "2", pendingDirection: "out" })),
        snapshot("c", balance(usd, { pending: "4" })),
        snapshot("d", balance(usd, { pending: "8", pendingDirection: "in" })),
      ],
      "pending",
    );
    expect(sums.map(({ amount, pendingDirection }) => [pendingDirection, amount])).toEqual([
      ["in", "9"],
      ["out", "2"],
      [undefined, "4"],
    ]);
  });

  it("gives nothing for no snapshots", () => {
    expect(sumBalances([], "total")).toEqual([]);
  });

  it("names the argument that is wrong", async () => {
    const field = "credits" as AmountField;
    expect(await configMessage(() => sumBalances([], field))).toContain("`field`");
    const none = undefined as unknown as BalanceSnapshot[];
    expect(await configMessage(() => sumBalances(none, "total"))).toContain("`snapshots`");
    const results = [snapshot("a"), { ok: true }] as BalanceSnapshot[];
    expect(await configMessage(() => sumBalances(results, "total"))).toContain("`snapshots[1]`");
  });
});

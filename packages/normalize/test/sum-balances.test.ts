import { describe, expect, it } from "vitest";
import type { Asset } from "../src/asset.ts";
import type { AmountField, BalanceSnapshot } from "../src/balance.ts";
import { sumBalances } from "../src/sum-balances.ts";
import { configMessage } from "./config-error.ts";
import { balance, fiat, snapshot } from "./snapshots.ts";

const usd = fiat("USD");
const usdc: Asset = { kind: "token", code: "USDC", id: "eip155:8453/erc20:0x833589" };
const unnamed: Asset = { kind: "unknown", id: "acme:unknown" };

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
      missing: [{ vendor: "acme", ref: "b", index: 0 }],
      leftOut: [],
    });
  });

  it("gives no amount where nobody states the field", () => {
    const [sum] = sumBalances([snapshot("a", balance(usd, { total: "5" }))], "due");
    expect(sum).toEqual({
      asset: usd,
      counted: [],
      missing: [{ vendor: "acme", ref: "a", index: 0 }],
      leftOut: [],
    });
  });

  it("leaves out what stands in a pool and says so, unless it is asked for", () => {
    const account = snapshot(
      "a",
      balance(usd, { total: "5", available: "4" }),
      balance(usd, { total: "100", pool: { id: "promotion:0" } }),
    );
    const inPool = { vendor: "acme", ref: "a", index: 1 };
    expect(sumBalances([account], "total")).toMatchObject([{ amount: "5", leftOut: [inPool] }]);
    expect(sumBalances([account], "available")).toMatchObject([{ missing: [], leftOut: [inPool] }]);
    const [all] = sumBalances([account], "total", { includePools: true });
    expect(all).toMatchObject({ amount: "105", leftOut: [], counted: [{}, inPool] });
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

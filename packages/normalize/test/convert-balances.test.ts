import { describe, expect, it } from "vitest";
import type { Asset } from "../src/model/asset.ts";
import { convertBalances, type ConvertOptions } from "../src/use/convert-balances.ts";
import type { ExchangeRate } from "../src/use/exchange-rate.ts";
import { configMessage } from "./config-error.ts";
import { balance, fiat, snapshot } from "./snapshots.ts";

const eur = fiat("EUR");
const usd = fiat("USD");
const usdc: Asset = { kind: "token", code: "USDC", id: "eip155:8453/erc20:0x833589" };
const rate: ExchangeRate = {
  from: usd.id,
  to: eur.id,
  rate: "0.8617",
  asOf: "2026-11-20T16:00:00Z",
  source: "European Central Bank",
};

describe("convertBalances", () => {
  it("multiplies exactly by the rate given, and shows which", () => {
    const conversion = convertBalances(
      [snapshot("a", balance(usd, { total: "300.01" }), balance(eur, { total: "0.5" }))],
      "total",
      { to: eur.id, rates: [rate] },
    );
    const place = { vendor: "acme", ref: "a" };
    expect(conversion).toEqual({
      to: eur.id,
      total: "259.018617",
      converted: [
        { ...place, index: 0, asset: usd, amount: "300.01", converted: "258.518617", rate },
        { ...place, index: 1, asset: eur, amount: "0.5", converted: "0.5" },
      ],
      unconverted: [],
    });
  });

  it("lists what it could not convert, and why", () => {
    const unnamed: Asset = { kind: "unknown", id: "acme:unknown" };
    const conversion = convertBalances(
      [snapshot("a", balance(usdc, { total: "7" }), balance(usd), balance(unnamed, { total: "1" }))],
      "total",
      { to: eur.id, rates: [rate] },
    );
    expect(conversion.unconverted.map(({ index, amount, reason }) => [index, amount, reason])).toEqual([
      [0, "7", "no_rate"],
      [1, undefined, "not_stated"],
      [2, "1", "unknown_asset"],
    ]);
    expect(conversion).not.toHaveProperty("total");
  });

  it("leaves out what stands in a pool and says so, unless it is asked for", () => {
    const account = snapshot(
      "a",
      balance(usd, { total: "5" }),
      balance(usd, { total: "7", pool: { id: "issuing" } }),
    );
    const options = { to: usd.id, rates: [] };
    const pooled = { vendor: "acme", ref: "a", index: 1, asset: usd, amount: "7", reason: "pool" };
    expect(convertBalances([account], "total", options)).toMatchObject({ total: "5", unconverted: [pooled] });
    const all = convertBalances([account], "total", { ...options, includePools: true });
    expect(all).toMatchObject({ total: "12", unconverted: [] });
  });

  it("inverts no rate, chains none, and takes USDC for no dollar", () => {
    const rates = [
      { ...rate, from: eur.id, to: usd.id },
      { ...rate, from: usdc.id, to: usd.id },
      { ...rate, from: usd.id, to: "iso4217:GBP" },
    ];
    const { converted } = convertBalances(
      [snapshot("a", balance(usd, { total: "1" }), balance(usdc, { total: "1" }))],
      "total",
      { to: eur.id, rates },
    );
    expect(converted).toEqual([]);
  });

  it("totals no pending amounts of different directions", () => {
    const conversion = convertBalances(
      [
        snapshot("a", balance(eur, { pending: "1", pendingDirection: "in" })),
        snapshot("b", balance(eur, { pending: "2", pendingDirection: "out" })),
      ],
      "pending",
      { to: eur.id, rates: [] },
    );
    expect(conversion).not.toHaveProperty("total");
    expect(conversion.converted.map(({ pendingDirection }) => pendingDirection)).toEqual(["in", "out"]);
  });

  it.each([
    ["`to`", { to: eur as unknown as string, rates: [] }],
    ["`rates`", { to: eur.id, rates: { USD: 1 } as unknown as ExchangeRate[] }],
    ["`rates[0]`", { to: eur.id, rates: [null as unknown as ExchangeRate] }],
    ["`rates[0].from`", { to: eur.id, rates: [{ ...rate, from: "" }] }],
    ["`rates[0].to`", { to: eur.id, rates: [{ ...rate, to: undefined as unknown as string }] }],
    ["itself", { to: eur.id, rates: [{ ...rate, from: eur.id }] }],
    ["`rates[0].rate`", { to: eur.id, rates: [{ ...rate, rate: 0.86 as unknown as "0" }] }],
    ["greater than zero", { to: eur.id, rates: [{ ...rate, rate: "0" }] }],
    ["greater than zero", { to: eur.id, rates: [{ ...rate, rate: "-1" }] }],
    ["`rates[0].asOf`", { to: eur.id, rates: [{ ...rate, asOf: "yesterday" }] }],
    ["`rates[0].source`", { to: eur.id, rates: [{ ...rate, source: "" }] }],
    ["`rates[1]`", { to: eur.id, rates: [rate, { ...rate, rate: "0.9" }] }],
    ["`base`", { to: eur.id, rates: [], base: "USD" } as ConvertOptions],
  ] satisfies [string, ConvertOptions][])("names %s when it is wrong", async (name, options) => {
    expect(await configMessage(() => convertBalances([], "total", options))).toContain(name);
  });
});

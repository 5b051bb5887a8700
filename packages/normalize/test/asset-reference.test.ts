import { describe, expect, it } from "vitest";
import { assetIdOf, findAsset } from "../src/use/asset-reference.ts";
import type { Asset } from "../src/model/asset.ts";
import { configMessage } from "./config-error.ts";
import { fiat } from "./snapshots.ts";

const bitcoin: Asset = { kind: "coin", code: "BTC", id: "bitfront:BTC" };
const base: Asset = { kind: "token", code: "USDC", id: "eip155:8453/erc20:0x833589" };
const ether: Asset = { kind: "token", code: "USDC", id: "eip155:1/erc20:0xa0b869" };
const assets = [fiat("USD"), bitcoin, base, ether];

function message(name: unknown): Promise<string> {
  return configMessage(() => assetIdOf("asset", name, assets));
}

describe("the name of an asset", () => {
  it.each([
    ["an id", "bitfront:BTC", "bitfront:BTC"],
    ["a code that one asset has", "BTC", "bitfront:BTC"],
    ["a code in small letters", "usd", "iso4217:USD"],
    ["an id of an asset that is not listed", "acme:credit", "acme:credit"],
    ["a currency that is not listed", "EUR", "iso4217:EUR"],
  ])("means one asset: %s", (_name, name, id) => {
    expect(findAsset(name, assets)).toEqual({ id });
    expect(assetIdOf("asset", name, assets)).toBe(id);
  });

  it("means none where several assets have the code, or no asset has it", () => {
    expect(findAsset("usdc", assets)).toEqual({ problem: "ambiguous" });
    expect(findAsset("DOGE", assets)).toEqual({ problem: "not_listed" });
    expect(findAsset("USDC", [])).toEqual({ problem: "not_listed" });
  });

  it("is refused by name, with the ids that there are", async () => {
    expect(await message("USDC")).toMatch(/several assets.*eip155:8453.*eip155:1\//);
    expect(await message("DOGE")).toMatch(/neither an id nor the code.*iso4217:USD, bitfront:BTC/);
    expect(await message(undefined)).toContain("`asset`");
    expect(await message(bitcoin)).toContain("`asset`");
    expect(await configMessage(() => assetIdOf("to", "DOGE", []))).toContain("no asset is listed");
  });
});

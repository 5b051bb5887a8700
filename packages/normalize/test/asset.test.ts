import { describe, expect, it } from "vitest";
import { fiatAsset, unknownAsset } from "../src/model/asset.ts";
import { currencyAsset } from "../src/decode/currency-asset.ts";
import type { Issue } from "../src/model/issue.ts";
import { isIso4217 } from "../src/model/iso4217.ts";
import { ReplyNode } from "../src/decode/reply-node.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const everyCode = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));

// Funds and units of account that only banks use, and the Arab accounting dinar of 2025.
const rarelyNamed = new Set([
  "BOV",
  "CHE",
  "CHW",
  "CLF",
  "COU",
  "MXV",
  "USN",
  "UYI",
  "UYW",
  "VED",
  "XAD",
  "XDR",
  "XSU",
  "XUA",
]);

describe("ISO 4217", () => {
  it("has 168 active codes that a balance can be in", () => {
    expect(everyCode.filter(isIso4217)).toHaveLength(168);
  });

  it("knows no code by a part of it, and none in another case", () => {
    const odd = ["", "U", "US", "USDX", "XUSD", "usd", "Usd", "US$", "U\nD"];
    expect(odd.filter(isIso4217)).toEqual([]);
  });

  it("has the codes of the latest amendments and none that they withdrew", () => {
    expect(["EUR", "USD", "XCG", "XAD", "ZWG", "VED", "SLE"].filter((code) => !isIso4217(code))).toEqual([]);
    expect(["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL", "DEM"].filter(isIso4217)).toEqual([]);
  });

  it("leaves out metals, bond units, tests and no currency at all", () => {
    expect(["XAU", "XAG", "XPT", "XPD", "XBA", "XTS", "XXX"].filter(isIso4217)).toEqual([]);
  });

  it("has every code that the platform can name, but those of the past", () => {
    // AED ends where AFN begins: a code across two neighbours is none.
    expect(isIso4217("EDA")).toBe(false);
    const known = new Set(Intl.supportedValuesOf("currency"));
    const unknown = everyCode.filter((code) => isIso4217(code) && !known.has(code));
    expect(unknown.filter((code) => !rarelyNamed.has(code))).toEqual([]);
  });
});

describe("an asset", () => {
  it("is a currency in any case, by its code in upper case", () => {
    expect(fiatAsset("usd")).toEqual({ kind: "fiat", code: "USD", id: "iso4217:USD" });
    expect(fiatAsset("Eur")?.id).toBe("iso4217:EUR");
  });

  it.each(["USDC", "US", "", "credits", " USD", "ßp", "uſd", "U$D"])(
    "is no currency when it is called %j",
    (code) => {
      expect(fiatAsset(code)).toBeUndefined();
    },
  );

  it("that is unknown keeps its code and belongs to its vendor alone", () => {
    expect(unknownAsset("acme", "ZZZ")).toEqual({ kind: "unknown", code: "ZZZ", id: "acme:unknown:ZZZ" });
    expect(unknownAsset("acme")).toEqual({ kind: "unknown", id: "acme:unknown" });
  });

  it.each([
    ["usd", "iso4217:USD", []],
    ["BTC", "acme:unknown:BTC", ["unknown_asset"]],
    [undefined, "acme:unknown", ["missing_field", "unknown_asset"]],
    ["B".repeat(64), `acme:unknown:${"B".repeat(64)}`, ["unknown_asset"]],
    ["B".repeat(65), "acme:unknown", ["unknown_asset"]],
    ["\ud800", "acme:unknown", ["alternate_shape", "unknown_asset"]],
    ["B".repeat(900_000), "acme:unknown", ["alternate_shape", "unknown_asset"]],
    [null, "acme:unknown", ["null_field", "unknown_asset"]],
  ])("of a reply that says %j is %s", (value, id, codes) => {
    const issues: Issue[] = [];
    expect(currencyAsset("acme", new ReplyNode(value, "/currency", issues)).id).toBe(id);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });
});

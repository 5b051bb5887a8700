import { loadExample, replyJson, replyText, startFaultServer } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decodeVonageBalance, readBalance, vonageAccount, type VonageSnapshot } from "../../src/index.ts";
import { rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const eur = { kind: "fiat", code: "EUR", id: "iso4217:EUR" };
const credentials = { apiKey: "abcd1234", apiSecret: "s3cr3t" };

function decode(text: string): VonageSnapshot {
  return decodeVonageBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<VonageSnapshot> {
  return decode((await loadExample("vonage", "getAccountBalance", name)).text);
}

describe("a balance", () => {
  it("is the total, in euros, and says that the documents alone name them", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowOf(snapshot)).toEqual({ asset: eur, assetFrom: "docs", total: "10.171275" });
    expect(snapshot.balances[0]?.provenance).toEqual({
      "/total": { kind: "reported", path: "/value", text: "10.171275", precision: "source" },
    });
    expect(snapshot.account).toEqual({ ref: "vonage" });
    expect(snapshot.issues).toEqual([]);
    expectTypeOf(snapshot.raw.value).toEqualTypeOf<number | undefined>();
  });

  it.each([
    ["zero", "0"],
    ["negative", "-42.17"],
    ["auto-reload", "3.00000001"],
    ["string-number", "10.171275"],
    ["balance-alone", "10.171275"],
  ])("is read exactly: %s", async (name, total) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toEqual({ asset: eur, assetFrom: "docs", total });
    expect(snapshot.issues).toEqual([]);
  });

  it("keeps the digits that a double would round, and the literal as it came", () => {
    const snapshot = decode('{"value":90071992547409931.17127500,"autoReload":false}');
    expect(rowOf(snapshot).total).toBe("90071992547409931.171275");
    expect(snapshot.balances[0]?.provenance["/total"]).toMatchObject({ text: "90071992547409931.17127500" });
  });

  it("is in euros whatever the caller thinks, since the vendor answers in nothing else", () => {
    const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" };
    const snapshot = decodeVonageBalance({ status: 200, text: '{"value":1}', fetchedAt }, {
      asset: usd,
    } as object);
    expect(rowOf(snapshot)).toEqual({ asset: eur, assetFrom: "docs", total: "1" });
  });

  it("leaves the automatic top-up to those who look into the reply", async () => {
    expect((await decodeExample("auto-reload")).raw.autoReload).toBe(true);
  });
});

describe("replies that are no balance", () => {
  it.each(["null-balance", "missing-fields"])("are refused: %s", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });

  it.each([
    "null",
    "[]",
    "{",
    "",
    '{"value":"n/a"}',
    '{"value":true}',
    "<accountBalance><value>10.17127500</value><autoReload>false</autoReload></accountBalance>",
  ])("are refused: %s", (text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
  });

  it("are the vendor's refusals, without a request", async () => {
    const reply = await loadExample("vonage", "getAccountBalance", "problem-json");
    expect(() => decodeVonageBalance({ ...reply, fetchedAt })).toThrow(
      expect.objectContaining({ code: "unauthenticated", attempts: 0 }),
    );
  });
});

describe("an account", () => {
  it("is read over the network, digit for digit", async () => {
    await using server = await startFaultServer(replyJson('{"value":90071992547409931.10}'));
    const account = vonageAccount({ ...credentials, baseUrl: server.url, ref: "prod" });
    const snapshot = await readBalance(account);
    expect(rowOf(snapshot)).toEqual({ asset: eur, assetFrom: "docs", total: "90071992547409931.1" });
    expect(snapshot.account).toEqual({ ref: "prod" });
    expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/account/get-balance"]);
  });

  it("is not read from XML", async () => {
    const headers = { "content-type": "application/xml" };
    await using server = await startFaultServer(replyText("<value>10</value>", { headers }));
    const account = vonageAccount({ ...credentials, baseUrl: server.url, ref: "prod" });
    await expect(readBalance(account)).rejects.toMatchObject({ code: "bad_response", account: "prod" });
  });

  it.each([
    ["no options", undefined, "the options must be an object"],
    ["no secret", { apiKey: "abcd1234" }, "`apiSecret` is missing"],
    ["a currency, which it cannot have", { ...credentials, currency: "usd" }, "unknown option `currency`"],
  ])("refuses %s before it is read", (_name, options, message) => {
    const create = (): unknown => vonageAccount(options as never);
    expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "vonage" }));
    expect(create).toThrow(message);
  });
});

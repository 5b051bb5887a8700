import { createVonageClient } from "@openbalance/vonage";
import { loadExample, replyJson, replyText, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decodeVonageBalance, readBalance, vonageAccount, type VonageSnapshot } from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

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

  it("is in the caller's asset where one is given, and says so", () => {
    const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" } as const;
    const snapshot = decodeVonageBalance({ status: 200, text: '{"value":1}', fetchedAt }, { asset: usd });
    expect(rowOf(snapshot)).toEqual({ asset: usd, assetFrom: "option", total: "1" });
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

  it("is read in another currency where the caller says so", async () => {
    await using mock = await startMock("vonage");
    const client = createVonageClient({ ...credentials, baseUrl: mock.url });
    const snapshot = await readBalance(vonageAccount({ client, currency: "usd" }));
    expect(rowOf(snapshot)).toMatchObject({
      asset: { code: "USD" },
      assetFrom: "option",
      total: "10.171275",
    });
    expect(issuesOf(snapshot)).toEqual([]);
  });

  it.each([
    ["no options", undefined, "`apiKey` is missing"],
    ["no secret", { apiKey: "abcd1234" }, "`apiSecret` is missing"],
    [
      "a currency of no standard",
      { ...credentials, currency: "credits" },
      "`currency` must be a code of ISO 4217",
    ],
    ["an empty currency", { ...credentials, currency: "" }, "`currency` must be a code of ISO 4217"],
    ["a currency that is null", { ...credentials, currency: null }, "`currency` must be a code of ISO 4217"],
  ])("refuses %s before it is read", (_name, options, message) => {
    const create = (): unknown => vonageAccount(options as never);
    expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "vonage" }));
    expect(create).toThrow(message);
  });
});

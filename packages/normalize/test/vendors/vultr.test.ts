import { loadExample, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { createVultrClient } from "@openbalance/vultr";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decodeVultrBalance, readBalance, vultrAccount, type VultrSnapshot } from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { asset: { kind: "fiat", code: "USD", id: "iso4217:USD" }, assetFrom: "docs" };
const row = { ...usd, pendingDirection: "out" };

function decode(text: string): VultrSnapshot {
  return decodeVultrBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<VultrSnapshot> {
  return decode((await loadExample("vultr", "get-account", name)).text);
}

describe("an account that pays in advance", () => {
  it("has what it paid, which Vultr writes below zero, and of it what this month's charges leave", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "50.25", pending: "10.4", available: "39.85" });
    expect(snapshot.balances[0]?.provenance).toEqual({
      "/total": {
        kind: "reported",
        path: "/account/balance",
        text: "-50.25",
        precision: "source",
        negated: true,
      },
      "/pending": { kind: "reported", path: "/account/pending_charges", text: "10.4", precision: "source" },
      "/available": { kind: "derived", formula: "total - pending", from: ["/total", "/pending"] },
    });
    expect(snapshot.issues).toEqual([]);
    expectTypeOf(snapshot.raw.account?.balance).toEqualTypeOf<number | string | undefined>();
  });

  it("has less than nothing available when it used more than it paid", async () => {
    expect(rowOf(await decodeExample("used-up"))).toEqual({
      ...row,
      total: "5",
      pending: "7.5",
      available: "-2.5",
    });
  });

  it("is read from text as from numbers", async () => {
    const snapshot = await decodeExample("texts");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "5519.11", pending: "57.03", available: "5462.08" });
    expect(snapshot.issues).toEqual([]);
  });

  it("keeps the digits that a float32 loses", async () => {
    expect(rowOf(await decodeExample("many-digits"))).toEqual({
      ...row,
      total: "123456789012.34",
      pending: "0.01",
      available: "123456789012.33",
    });
  });
});

describe("an account that pays afterwards", () => {
  it("owes what is below zero here, and this month's charges on top of it", async () => {
    const snapshot = await decodeExample("owed");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "-12.5", pending: "3.75", available: "-16.25" });
    expect(snapshot.issues).toEqual([]);
  });

  it("that owes nothing has nothing left, and no minus zero", async () => {
    const snapshot = await decodeExample("zero");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "0", pending: "0", available: "0" });
    expect(snapshot.issues).toEqual([]);
  });
});

describe("a person's name", () => {
  it("and address are in no snapshot that did not ask for them, but for what came", async () => {
    const { raw: _raw, ...snapshot } = await decodeExample("typical");
    expect(snapshot.account).toEqual({ ref: "vultr" });
    expect(JSON.stringify(snapshot)).not.toMatch(/Example|ops@/);
  });

  it("comes where it is asked for, and the address does not", async () => {
    const { text } = await loadExample("vultr", "get-account", "typical");
    const { account } = decodeVultrBalance({ status: 200, text, fetchedAt }, { includeName: true });
    expect(account).toEqual({ ref: "vultr", name: "Example Ltd" });
  });
});

describe("odd replies", () => {
  it("have no available amount where one of two is missing", async () => {
    expect(rowOf(await decodeExample("balance-alone"))).toEqual({ ...usd, total: "50.25" });
    expect(issuesOf(await decodeExample("balance-alone"))).toEqual([
      "missing_field /account/pending_charges",
    ]);
    expect(rowOf(await decodeExample("charges-alone"))).toEqual({ ...row, pending: "10.4" });
    const odd = await decodeExample("odd-fields");
    expect(rowOf(odd)).toEqual({ ...row, pending: "10.4" });
    expect(issuesOf(odd)).toEqual(["bad_number /account/balance"]);
  });

  it.each(["null-fields", "missing-account"])("without any amount are refused: %s", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });

  it.each(["null", "[]", "{", "", '{"balance":-50.25}', '{"account":[]}'])("are refused: %s", (text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
  });

  it("that refuse an address are told as that, and without it", () => {
    const text = '{"error":"Unauthorized IP address: 203.0.113.7","status":401}';
    const refuse = (): unknown => decodeVultrBalance({ status: 401, text, fetchedAt });
    expect(refuse).toThrow(expect.objectContaining({ code: "forbidden", httpStatus: 401 }));
    expect(refuse).not.toThrow(/203\.0/);
  });
});

describe("an account", () => {
  it("is read over the network, digit for digit", async () => {
    const reply = '{"account":{"name":"A","balance":-90071992547409931.10,"pending_charges":0.1}}';
    await using server = await startFaultServer(replyJson(reply));
    const account = vultrAccount({ apiKey: "K3Y", baseUrl: server.url, ref: "prod", includeName: true });
    const snapshot = await readBalance(account);
    expect(rowOf(snapshot)).toMatchObject({ total: "90071992547409931.1", available: "90071992547409931" });
    expect(snapshot.account).toEqual({ ref: "prod", name: "A" });
    expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/account"]);
  });

  it("is read through a client that is there already", async () => {
    await using mock = await startMock("vultr");
    const client = createVultrClient({ apiKey: "K3Y", baseUrl: mock.url });
    const snapshot = await readBalance(vultrAccount({ client }));
    expect(rowOf(snapshot)).toMatchObject({ available: "39.85" });
    expect(snapshot.account).toEqual({ ref: "vultr" });
  });

  it.each([
    ["no options", undefined, "`apiKey` is missing"],
    ["a wish that is neither yes nor no", { apiKey: "K3Y", includeName: "no" }, "`includeName` must be"],
  ])("refuses %s before it is read", (_name, options, message) => {
    const create = (): unknown => vultrAccount(options as never);
    expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "vultr" }));
    expect(create).toThrow(message);
  });
});

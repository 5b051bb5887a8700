import { createLinodeClient } from "@openbalance/linode";
import { loadExample, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  decodeLinodeBalance,
  linodeAccount,
  readBalance,
  sumBalances,
  type LinodeSnapshot,
} from "../../src/index.ts";
import { issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const dollar = { kind: "fiat", code: "USD", id: "iso4217:USD" };
const usd = { asset: dollar, kind: "funds", assetFrom: "docs" };
const main = { ...usd, pendingDirection: "out" };

function decode(text: string): LinodeSnapshot {
  return decodeLinodeBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<LinodeSnapshot> {
  return decode((await loadExample("linode", "getAccount", name)).text);
}

function rowsOf({ balances }: LinodeSnapshot): readonly unknown[] {
  return balances.map(({ provenance: _provenance, ...row }) => row);
}

describe("the main row", () => {
  it("has what was paid in advance, which Linode writes below zero, and the running invoice", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowsOf(snapshot)[0]).toEqual({ ...main, total: "29.91", pending: "3.75" });
    expect(snapshot.balances[0]?.provenance).toEqual({
      "/total": {
        kind: "reported",
        path: "/balance",
        text: "-29.91",
        precision: "source",
        negated: true,
      },
      "/pending": { kind: "reported", path: "/balance_uninvoiced", text: "3.75", precision: "source" },
    });
    expect(snapshot.account).toEqual({ ref: "linode", id: "E1AF5EEC-526F-487D-B317EBEB34C87D71" });
    expect(snapshot.issues).toEqual([]);
    expectTypeOf(snapshot.raw.balance).toEqualTypeOf<number | undefined>();
  });

  it.each([
    ["owed", "-200", "145.5"],
    ["zero", "0", "0"],
    ["akamai", "0", "0"],
    ["many-digits", "90071992547409931.1", "0.0001"],
  ])("is read exactly, with a debt below zero: %s", async (name, total, pending) => {
    const snapshot = await decodeExample(name);
    expect(rowsOf(snapshot)).toEqual([{ ...main, total, pending }]);
    expect(snapshot.issues).toEqual([]);
  });

  it("stands alone where nothing else is said", async () => {
    const snapshot = await decodeExample("balance-alone");
    expect(rowsOf(snapshot)).toEqual([{ ...usd, total: "29.91" }]);
    expect(issuesOf(snapshot)).toEqual(["missing_field /balance_uninvoiced"]);
  });
});

describe("a promotion", () => {
  it("is a pool of its own, whose sign is not turned", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowsOf(snapshot)[1]).toEqual({
      ...usd,
      total: "50",
      available: "6.25",
      quota: { limit: "10", every: "monthly" },
      pool: {
        id: "promotion:0",
        kind: "grant",
        name: "$10 off a month",
        expiresAt: "2027-01-31T23:59:59.000Z",
      },
    });
    expect(snapshot.balances[1]?.provenance["/total"]).toEqual({
      kind: "reported",
      path: "/active_promotions/0/credit_remaining",
      text: "50.00",
      precision: "source",
    });
  });

  it("is in no sum of the account's own money", async () => {
    expect(sumBalances([await decodeExample("typical")], "total")).toMatchObject([{ amount: "29.91" }]);
  });

  it("comes in the order of the list, with what alone it pays for, and without a cap or an end", async () => {
    const snapshot = await decodeExample("two-promotions");
    expect(rowsOf(snapshot).slice(1)).toMatchObject([
      { total: "0", available: "0", pool: { id: "promotion:0" } },
      {
        total: "100",
        available: "100",
        pool: { id: "promotion:1", kind: "grant", name: "Storage", restrictedTo: "objectstorage" },
      },
    ]);
    expect(snapshot.balances[1]?.pool).not.toHaveProperty("restrictedTo");
    expect(snapshot.balances[2]).not.toHaveProperty("quota");
    expect(snapshot.balances[2]?.pool).not.toHaveProperty("expiresAt");
    expect(issuesOf(snapshot)).toEqual(["placeholder /active_promotions/1/credit_monthly_cap"]);
  });

  it("has no cap where the cap is an empty text, and may be for a service that nobody has heard of", async () => {
    const snapshot = await decodeExample("empty-cap");
    expect(rowsOf(snapshot)[1]).toEqual({
      ...usd,
      total: "20",
      available: "20",
      pool: {
        id: "promotion:0",
        kind: "grant",
        expiresAt: "2027-01-31T23:59:59.000Z",
        restrictedTo: "db_postgresql",
      },
    });
    expect(issuesOf(snapshot)).toEqual(["placeholder /active_promotions/0/credit_monthly_cap"]);
  });

  it("that is none stays a row, which says what is odd", async () => {
    const snapshot = await decodeExample("odd-promotions");
    expect(rowsOf(snapshot).slice(1)).toEqual([
      { ...usd, pool: { id: "promotion:0", kind: "grant" } },
      { ...usd, pool: { id: "promotion:1", kind: "grant" } },
    ]);
    expect(issuesOf(snapshot)).toEqual([
      "missing_field /active_promotions/0/credit_remaining",
      "missing_field /active_promotions/0/this_month_credit_remaining",
      "bad_number /active_promotions/1/credit_remaining",
      "missing_field /active_promotions/1/this_month_credit_remaining",
      "alternate_shape /active_promotions/1/expire_dt",
    ]);
    expect(issuesOf(await decodeExample("no-list"))).toEqual(["alternate_shape /active_promotions"]);
  });
});

describe("contact data", () => {
  const personal = /example|Alex|Doe|Street|12345|555-0100|987654321|1111|2028/i;

  it("are in no snapshot, but for what came", async () => {
    const { raw, ...snapshot } = await decodeExample("typical");
    expect(JSON.stringify(raw)).toMatch(personal);
    expect(JSON.stringify(snapshot)).not.toMatch(personal);
  });

  it("are in no error about a reply that is no balance", () => {
    const text = '{"email":"ops@example.com","first_name":"Alex","balance":"Doe","balance_uninvoiced":null}';
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
    expect(() => decode(text)).not.toThrow(personal);
  });
});

describe("replies that are no balance", () => {
  it.each(["null-fields", "missing-fields"])("are refused: %s", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });

  it.each(["null", "[]", "{", "", '{"balance":true}', '{"active_promotions":[{}]}'])(
    "are refused: %s",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
    },
  );

  it("are the vendor's refusals, without a request", () => {
    const text = '{"errors":[{"reason":"no"}]}';
    expect(() => decodeLinodeBalance({ status: 401, text, fetchedAt })).toThrow(
      expect.objectContaining({ code: "unauthenticated", vendorMessage: "no", attempts: 0 }),
    );
  });
});

describe("an account", () => {
  it("is read over the network, digit for digit", async () => {
    const promotion = '{"credit_remaining":"0.10","this_month_credit_remaining":"0.10"}';
    const reply = `{"balance":-90071992547409931.10,"balance_uninvoiced":0,"active_promotions":[${promotion}]}`;
    await using server = await startFaultServer(replyJson(reply));
    const snapshot = await readBalance(linodeAccount({ token: "t", baseUrl: server.url, ref: "prod" }));
    expect(rowsOf(snapshot)).toMatchObject([{ total: "90071992547409931.1" }, { total: "0.1" }]);
    expect(snapshot.account).toEqual({ ref: "prod" });
    expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/account"]);
  });

  it("is in the caller's asset where one is given, promotions too", async () => {
    await using mock = await startMock("linode");
    const client = createLinodeClient({ token: "t", baseUrl: mock.url });
    const { data: text } = await client.GET("/account", { parseAs: "text" });
    const asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const { balances } = decodeLinodeBalance({ status: 200, text, fetchedAt }, { asset });
    expect(balances).toMatchObject([
      { asset, assetFrom: "option" },
      { asset, assetFrom: "option" },
    ]);
  });
});

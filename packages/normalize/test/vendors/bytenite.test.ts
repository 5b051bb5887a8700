import { createByteniteClient } from "@openbalance/bytenite";
import { loadExample, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import {
  byteniteAccount,
  decodeByteniteBalance,
  readBalance,
  type Balance,
  type ByteniteSnapshot,
} from "../../src/index.ts";
import { amountsOf, issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function decode(text: string): ByteniteSnapshot {
  return decodeByteniteBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<ByteniteSnapshot> {
  const { status, text } = await loadExample("bytenite", "Wallet_GetBalance", name);
  return decodeByteniteBalance({ status, text, fetchedAt });
}

/** The amounts of each row by the code of its asset. */
function rowsOf({ balances }: ByteniteSnapshot): Readonly<Record<string, Partial<Balance>>> {
  return Object.fromEntries(balances.map((balance) => [balance.asset.code, amountsOf(balance)]));
}

describe("the documented balances", () => {
  it("keeps ByteChips and dollars in rows of their own", async () => {
    const snapshot = await decodeExample("typical");
    expect(snapshot).toMatchObject({
      schema: "balance/1",
      vendor: "bytenite",
      account: { ref: "bytenite", id: "acc_7f3a" },
      fetchedAt,
      issues: [],
    });
    expect(snapshot.balances).toEqual([
      {
        asset: { kind: "credit", code: "BYC", id: "bytenite:BYC" },
        kind: "funds",
        total: "1250.75",
        available: "1000.25",
        held: "250.5",
        assetFrom: "docs",
        provenance: {
          "/total": { kind: "reported", path: "/totalBalance", text: "1250.75", precision: "source" },
          "/available": { kind: "reported", path: "/availableBalance", text: "1000.25", precision: "source" },
          "/held": { kind: "derived", formula: "total - available", from: ["/total", "/available"] },
        },
      },
      {
        asset: { kind: "fiat", code: "USD", id: "iso4217:USD" },
        kind: "funds",
        due: "12.5",
        assetFrom: "docs",
        provenance: {
          "/due": { kind: "reported", path: "/amountDue", text: "12.5", precision: "source" },
        },
      },
    ]);
  });

  it.each([
    ["zero", { BYC: { total: "0", available: "0", held: "0" }, USD: { due: "0" } }, []],
    ["string-numbers", { BYC: { total: "18335", available: "18000", held: "335" } }, []],
    ["omitted-zeros", { BYC: { total: "1250.75" } }, ["missing_field /availableBalance"]],
    ["negative", { BYC: { total: "-3.5", available: "-3.5", held: "0" }, USD: { due: "3.5" } }, []],
    [
      "available-above-total",
      { BYC: { total: "1000.25", available: "1250.75" }, USD: { due: "0" } },
      ["inconsistent /availableBalance"],
    ],
    ["exponent", { BYC: { total: "0.0000001", available: "0.0000001", held: "0" }, USD: { due: "0" } }, []],
    ["null-fields", { BYC: { total: "1250.75" } }, ["null_field /availableBalance", "null_field /amountDue"]],
  ])("reads %s", async (name, amounts, issues) => {
    const snapshot = await decodeExample(name);
    expect(rowsOf(snapshot)).toEqual(amounts);
    expect(issuesOf(snapshot)).toEqual(issues);
  });

  it.each(["only-account", "empty"])("finds no balance in %s, rather than one of zero", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({
      code: "bad_response",
      vendor: "bytenite",
      httpStatus: 200,
    });
  });
});

describe("the documented failures", () => {
  it.each([
    ["unauthenticated", "unauthenticated", "16"],
    ["text-body", "unauthenticated", undefined],
    ["empty-object", "unauthenticated", undefined],
    ["permission-denied", "forbidden", "7"],
    ["not-found", "not_found", "5"],
    ["resource-exhausted", "rate_limited", "8"],
    ["null-body", "server_error", undefined],
    ["deadline-exceeded", "timeout", "4"],
    ["with-details", "bad_request", "9"],
  ])("throws for %s", async (name, code, vendorCode) => {
    const { status } = await loadExample("bytenite", "Wallet_GetBalance", name);
    const error: unknown = await decodeExample(name).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "BalanceError", code, httpStatus: status });
    expect(Reflect.get(Object(error), "vendorCode")).toBe(vendorCode);
  });
});

describe("digits", () => {
  it("are kept where a double would lose them", () => {
    const snapshot = decode(
      '{"totalBalance":90071992547409931.10,"availableBalance":90071992547409930.000000000000000001}',
    );
    expect(rowsOf(snapshot)).toEqual({
      BYC: {
        total: "90071992547409931.1",
        available: "90071992547409930.000000000000000001",
        held: "1.099999999999999999",
      },
    });
    expect(snapshot.balances[0]?.provenance["/total"]).toMatchObject({ text: "90071992547409931.10" });
  });

  it.each([
    ["1250.75", "1250.750", '"1250.75"'],
    ["1.25075e3", '"1250.75000"', "125075E-2"],
  ])("mean the same in %s, %s and %s", (...forms) => {
    for (const form of forms) expect(decode(`{"totalBalance":${form}}`).balances[0]?.total).toBe("1250.75");
  });

  it("of a body that was parsed already are marked as those of a double", () => {
    const { balances } = decodeByteniteBalance({ status: 200, body: { totalBalance: 0.1 }, fetchedAt });
    expect(balances[0]?.provenance["/total"]).toMatchObject({ text: "0.1", precision: "float64" });
  });
});

describe("what is no amount", () => {
  it.each(['"1,000.00"', '""', '"n/a"', "true", "[1]", "{}", "1e400", '"0x10"', '" 5"', '"+1"', '".5"'])(
    "is an issue and absent, and nothing is derived from it: %s",
    (value) => {
      const snapshot = decode(`{"totalBalance":${value},"availableBalance":5,"amountDue":1}`);
      expect(rowsOf(snapshot)).toEqual({ BYC: { available: "5" }, USD: { due: "1" } });
      expect(issuesOf(snapshot)).toEqual(["bad_number /totalBalance"]);
    },
  );

  it("leaves the dollars standing when no ByteChips can be read", () => {
    const snapshot = decode('{"totalBalance":"n/a","availableBalance":null,"amountDue":7}');
    expect(rowsOf(snapshot)).toEqual({ USD: { due: "7" } });
    expect(issuesOf(snapshot)).toEqual(["bad_number /totalBalance", "null_field /availableBalance"]);
  });

  it.each([
    [
      "the extremes of a double that a mock without examples gives",
      '{"totalBalance":-1.7976931348623157e+308}',
    ],
    ["texts only", '{"totalBalance":"n/a","availableBalance":"n/a","amountDue":"n/a"}'],
    ["a list", "[1,2]"],
    ["null", "null"],
    ["no JSON", "{"],
  ])("is a bad response when nothing else is there: %s", (_title, text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
  });

  it("is told without being quoted", () => {
    const { issues } = decode('{"totalBalance":"sk_live_abc","availableBalance":5}');
    expect(issues).toHaveLength(1);
    expect(JSON.stringify(issues)).not.toContain("sk_live");
  });
});

describe("rows", () => {
  it("are in the asset that the caller names, the dollars apart", () => {
    const asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const text = '{"totalBalance":5,"availableBalance":5,"amountDue":1}';
    const { balances } = decodeByteniteBalance({ status: 200, text, fetchedAt }, { asset, ref: "team" });
    expect(balances.map((balance) => [balance.asset.id, balance.assetFrom])).toEqual([
      ["iso4217:EUR", "option"],
      ["iso4217:USD", "docs"],
    ]);
  });

  it("do not depend on the order of members or on members that are not known", () => {
    const one = decode('{"totalBalance":5,"availableBalance":4,"amountDue":1}');
    const other = decode('{"new":[1],"amountDue":1,"availableBalance":4,"totalBalance":5}');
    expect(other.balances).toEqual(one.balances);
    expect(other.issues).toEqual([]);
  });

  it("do not take what stands in the prototype for a member of the reply", () => {
    const snapshot = decode('{"__proto__":{"totalBalance":9},"availableBalance":4}');
    expect(rowsOf(snapshot)).toEqual({ BYC: { available: "4" } });
    expect(({} as Record<string, unknown>)["totalBalance"]).toBeUndefined();
  });
});

describe("an account", () => {
  it("reads the mock through a key exchange", async () => {
    await using mock = await startMock("bytenite");
    const account = byteniteAccount({
      apiKey: "example-key",
      baseUrl: mock.url,
      authBaseUrl: mock.url,
      ref: "prod",
    });
    const snapshot = await readBalance(account);
    expect(snapshot.account).toEqual({ ref: "prod", id: "acc_7f3a" });
    expect(rowsOf(snapshot)).toEqual({
      BYC: { total: "1250.75", available: "1000.25", held: "250.5" },
      USD: { due: "12.5" },
    });
  });

  it("keeps every digit that came over the wire, through a client of the caller's", async () => {
    await using server = await startFaultServer(replyJson('{"totalBalance":0.10000000000000000001}'));
    const client = createByteniteClient({ accessToken: "example-token", baseUrl: server.url });
    const { balances } = await readBalance(byteniteAccount({ client }));
    expect(balances[0]?.total).toBe("0.10000000000000000001");
  });

  it("labels what went wrong", async () => {
    await using mock = await startMock("bytenite", { prefer: "code=403" });
    const account = byteniteAccount({ accessToken: "example-token", baseUrl: mock.url, ref: "prod" });
    await expect(readBalance(account)).rejects.toMatchObject({ code: "forbidden", account: "prod" });
  });
});

import { createBitfrontClient } from "@openbalance/bitfront";
import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import {
  bitfrontAccount,
  decodeBitfrontBalance,
  readBalance,
  type BitfrontSnapshot,
} from "../../src/index.ts";
import { issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function decode(text: string): BitfrontSnapshot {
  return decodeBitfrontBalance({ status: 200, text, fetchedAt });
}

/** A success whose rows are exactly this text. */
function decodeRows(rows: string): BitfrontSnapshot {
  return decode(`{"statusCode":1000,"responseData":${rows}}`);
}

async function decodeExample(name: string, operationId = "getBalances"): Promise<BitfrontSnapshot> {
  const { status, text } = await loadExample("bitfront", operationId, name);
  return decodeBitfrontBalance({ status, text, fetchedAt });
}

/** Ticker, total, available and held of each row, in the vendor's order. */
function rowsOf({ balances }: BitfrontSnapshot): readonly (readonly unknown[])[] {
  return balances.map(({ asset, total, available, held }) => [asset.code, total, available, held]);
}

describe("the documented balances", () => {
  it("derives what is held to the last digit", async () => {
    const snapshot = await decodeExample("documented");
    expect(rowsOf(snapshot)).toEqual([
      ["BCH", "1000000000", "1000000000", "0"],
      ["XRP", "1000003043.7", "1000002063.7", "980"],
      ["ETH", "1000107794.9999858", "1000107794.9999858", "0"],
      ["BTC", "3999974992.35615", "3999970806.72614", "4185.63001"],
      ["USDT", "1000000000", "999998671.673", "1328.327"],
    ]);
    expect(snapshot.issues).toEqual([]);
  });

  it("says where each amount comes from, the derived one too", async () => {
    const { balances } = await decodeExample("documented");
    expect(balances[3]?.provenance).toEqual({
      "/total": {
        kind: "reported",
        path: "/responseData/3/balance",
        text: "3999974992.35615",
        precision: "source",
      },
      "/available": {
        kind: "reported",
        path: "/responseData/3/availableBalance",
        text: "3999970806.72614",
        precision: "source",
      },
      "/held": { kind: "derived", formula: "total - available", from: ["/total", "/available"] },
    });
  });

  it("takes a ticker for a coin of this exchange and the reply's time for the balance's", async () => {
    const { balances } = await decodeExample("documented");
    expect(balances[4]).toMatchObject({
      asset: { kind: "coin", code: "USDT", id: "bitfront:USDT" },
      asOf: { at: "2018-05-02T05:43:21.363Z", source: "response" },
    });
  });
});

describe("the balance of one currency", () => {
  const bitcoin = [["BTC", "3999974992.35615", "3999970806.72614", "4185.63001"]];

  it.each([
    ["one-row", "/responseData/0/balance"],
    ["object", "/responseData/balance"],
  ])("is read from the form %s", async (name, path) => {
    const snapshot = await decodeExample(name, "getBalance");
    expect(rowsOf(snapshot)).toEqual(bitcoin);
    expect(snapshot.balances[0]?.provenance["/total"]).toMatchObject({ path });
    expect(snapshot.issues).toEqual([]);
  });

  it("is no error when the list is empty", async () => {
    expect((await decodeExample("empty", "getBalance")).balances).toEqual([]);
  });
});

describe("digits", () => {
  it("keeps those that a double would lose", () => {
    const row = '{"currency":"BTC","balance":90071992547409931.10,"availableBalance":0.10}';
    expect(rowsOf(decodeRows(`[${row}]`))).toEqual([
      ["BTC", "90071992547409931.1", "0.1", "90071992547409931"],
    ]);
  });

  it("reads exponents", () => {
    const row = '{"currency":"BTC","balance":3.0e-7,"availableBalance":1E-8}';
    expect(rowsOf(decodeRows(`[${row}]`))).toEqual([["BTC", "0.0000003", "0.00000001", "0.00000029"]]);
  });

  it.each([
    ["zero", [["BTC", "0", "0", "0"]]],
    ["all-locked", [["ETH", "2.5", "0", "2.5"]]],
    ["negative", [["USDT", "-0.5", "-0.5", "0"]]],
    ["exponent", [["BTC", "0.0000003", "0.0000001", "0.0000002"]]],
    ["one-row", [["ETH", "1000107794.9999858", "1000107794.9999858", "0"]]],
    ["string-numbers", [["BTC", "3999974992.35615", "3999970806.72614", "4185.63001"]]],
  ])("reads %s exactly and finds nothing odd", async (name, rows) => {
    const snapshot = await decodeExample(name);
    expect(rowsOf(snapshot)).toEqual(rows);
    expect(snapshot.issues).toEqual([]);
  });

  it("marks numbers that came parsed as doubles", async () => {
    const { body } = await loadExample("bitfront", "getBalances", "documented");
    const { balances } = decodeBitfrontBalance({ status: 200, body, fetchedAt });
    expect(balances[0]?.provenance["/total"]).toMatchObject({ precision: "float64" });
  });
});

describe("odd replies", () => {
  it("takes an empty list for a fact", async () => {
    const snapshot = await decodeExample("empty");
    expect(snapshot).toMatchObject({ balances: [], issues: [] });
  });

  it("keeps every row of a ticker that comes twice, and says so", async () => {
    const snapshot = await decodeExample("duplicate-tickers");
    expect(rowsOf(snapshot)).toEqual([
      ["BTC", "1.5", "1", "0.5"],
      ["BTC", "0.25", "0.25", "0"],
    ]);
    expect(issuesOf(snapshot)).toEqual(["duplicate_asset /responseData/1"]);
  });

  it("derives nothing when more is available than there is", async () => {
    const snapshot = await decodeExample("available-above-total");
    expect(rowsOf(snapshot)).toEqual([["BTC", "1", "1.5", undefined]]);
    expect(snapshot.balances[0]).not.toHaveProperty("held");
    expect(issuesOf(snapshot)).toEqual(["inconsistent /responseData/0/availableBalance"]);
  });

  it("leaves out what a row leaves out, and derives nothing from it", async () => {
    const snapshot = await decodeExample("few-fields");
    expect(rowsOf(snapshot)).toEqual([
      ["BTC", "1.5", undefined, undefined],
      ["ETH", undefined, "2", undefined],
      [undefined, "3", "3", "0"],
      ["XRP", "4", undefined, undefined],
    ]);
    expect(snapshot.balances[2]?.asset).toEqual({ kind: "unknown", id: "bitfront:unknown" });
    expect(issuesOf(snapshot)).toEqual([
      "missing_field /responseData/0/availableBalance",
      "missing_field /responseData/1/balance",
      "missing_field /responseData/2/currency",
      "unknown_asset /responseData/2/currency",
      "null_field /responseData/3/availableBalance",
    ]);
  });

  it("leaves out a number beyond a double, and keeps the others", () => {
    const row = '{"currency":"BTC","balance":1e400,"availableBalance":2}';
    const snapshot = decodeRows(`[${row}]`);
    expect(rowsOf(snapshot)).toEqual([["BTC", undefined, "2", undefined]]);
    expect(issuesOf(snapshot)).toEqual(["bad_number /responseData/0/balance"]);
  });

  it("leaves out a time that is none", () => {
    const rows = '[{"currency":"BTC","balance":1,"availableBalance":1}]';
    const snapshot = decode(`{"statusCode":1000,"responseTime":1e17,"responseData":${rows}}`);
    expect(snapshot.balances[0]).not.toHaveProperty("asOf");
  });
});

describe("replies that are no balance", () => {
  it.each(["null", "[]", "{}", '{"responseData":[]}', '{"statusCode":null,"responseData":[]}', "{", ""])(
    "takes %s for a bad response",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response", httpStatus: 200 }));
    },
  );

  it.each(["null", '"none"', "5", "{}", "[{}]", '[{"currency":"BTC","balance":"lots"}]', "[null]"])(
    "takes a success with %s as its data for a bad response",
    (rows) => {
      expect(() => decodeRows(rows)).toThrow(expect.objectContaining({ code: "bad_response" }));
    },
  );

  it("takes a success without data for a bad response", async () => {
    await expect(decodeExample("no-data")).rejects.toMatchObject({ code: "bad_response" });
  });

  it("never makes balances of a failure inside a 200", async () => {
    const replies = await loadReplies("bitfront");
    const failures = replies.filter(({ operationId, body }) => {
      return operationId === "getBalances" && Reflect.get(Object(body) as object, "statusCode") !== 1000;
    });
    expect(failures.length).toBeGreaterThan(25);
    for (const { status, text } of failures) {
      const decodeFailure = (): unknown => decodeBitfrontBalance({ status, text, fetchedAt });
      expect(decodeFailure).toThrow(expect.objectContaining({ name: "BalanceError" }));
    }
  });
});

describe("an account", () => {
  it("is read over the network, digit for digit", async () => {
    const row = '{"currency":"BTC","balance":90071992547409931.10,"availableBalance":1}';
    await using server = await startFaultServer(
      replyJson(`{"statusCode":1000,"responseTime":1525239801363,"responseData":[${row}]}`),
    );
    const account = bitfrontAccount({ apiKey: "k", apiSecret: "s", baseUrl: server.url });
    const snapshot = await readBalance(account);
    expect(rowsOf(snapshot)).toEqual([["BTC", "90071992547409931.1", "1", "90071992547409930.1"]]);
    expect(snapshot.account).toEqual({ ref: "bitfront" });
  });

  it("is read through a client that exists already", async () => {
    await using mock = await startMock("bitfront");
    const client = createBitfrontClient({ apiKey: "k", apiSecret: "s", baseUrl: mock.url });
    expect(rowsOf(await readBalance(bitfrontAccount({ client, ref: "desk" })))).toHaveLength(5);
  });

  it("refuses a missing secret before it is read", () => {
    expect(() => bitfrontAccount({ apiKey: "k", apiSecret: "" })).toThrow(
      expect.objectContaining({ code: "config" }),
    );
  });
});

import { createTelnyxClient } from "@openbalance/telnyx";
import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  decodeTelnyxBalance,
  isBalanceError,
  readBalance,
  telnyxAccount,
  type TelnyxSnapshot,
} from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" };

function decode(text: string): TelnyxSnapshot {
  return decodeTelnyxBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<TelnyxSnapshot> {
  const { status, text } = await loadExample("telnyx", "GetUserBalance", name);
  return decodeTelnyxBalance({ status, text, fetchedAt });
}

/** An amount that the vendor wrote. */
function reported(path: string, text: string): object {
  return { kind: "reported", path, text, precision: "source" };
}

describe("the documented balance", () => {
  it("says that what is available includes the credit line", async () => {
    const snapshot = await decodeExample("documented");
    expect(rowOf(snapshot)).toEqual({
      asset: usd,
      total: "300",
      available: "400",
      pending: "10",
      creditLimit: "100",
      availableIncludesCredit: true,
    });
    expect(snapshot.issues).toEqual([]);
  });

  it("says where each amount stands and how the vendor wrote it", async () => {
    const [balance] = (await decodeExample("documented")).balances;
    expect(balance?.provenance).toEqual({
      "/total": reported("/data/balance", "300.00"),
      "/available": reported("/data/available_credit", "400.00"),
      "/pending": reported("/data/pending", "10.00"),
      "/creditLimit": reported("/data/credit_limit", "100.00"),
    });
  });

  it("labels the snapshot and keeps the reply for look-ups", async () => {
    const { text, body } = await loadExample("telnyx", "GetUserBalance", "documented");
    const snapshot = decodeTelnyxBalance({ status: 200, text, fetchedAt }, { ref: "prod" });
    expect(snapshot).toMatchObject({
      schema: "balance/1",
      vendor: "telnyx",
      account: { ref: "prod" },
      fetchedAt,
      raw: body,
    });
    expectTypeOf(snapshot.raw.data?.balance).toEqualTypeOf<string | undefined>();
  });
});

describe("other balances", () => {
  it.each([
    ["zero", { total: "0", available: "0", pending: "0", creditLimit: "0" }],
    ["negative", { total: "-0.09", available: "-0.09", pending: "0", creditLimit: "0" }],
    ["on-credit", { total: "-40.25", available: "59.75", pending: "0", creditLimit: "100" }],
    [
      "many-decimals",
      {
        total: "12345678901234567.123456789",
        available: "12345678901234567.123456789",
        pending: "0.000001",
        creditLimit: "0",
      },
    ],
    ["numbers", { total: "300.5", available: "400.5", pending: "10", creditLimit: "100" }],
  ])("reads %s exactly and finds nothing odd", async (name, amounts) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toEqual({ asset: usd, ...amounts, availableIncludesCredit: true });
    expect(snapshot.issues).toEqual([]);
  });

  it("keeps the digits of a number that a double would round", () => {
    const snapshot = decode('{"data":{"balance":90071992547409931.10,"currency":"USD"}}');
    expect(rowOf(snapshot).total).toBe("90071992547409931.1");
    expect(snapshot.balances[0]?.provenance["/total"]).toMatchObject({ text: "90071992547409931.10" });
  });

  it("marks a number that came parsed as a double", () => {
    const body = { data: { balance: 300.5, currency: "USD" } };
    const [balance] = decodeTelnyxBalance({ status: 200, body, fetchedAt }).balances;
    expect(balance?.provenance["/total"]).toMatchObject({ text: "300.5", precision: "float64" });
  });
});

describe("odd replies", () => {
  it("records amounts that contradict each other and changes none", async () => {
    const snapshot = await decodeExample("inconsistent");
    expect(issuesOf(snapshot)).toEqual(["inconsistent /data/available_credit"]);
    expect(rowOf(snapshot)).toMatchObject({ total: "300", creditLimit: "100", available: "250" });
  });

  it("leaves out what the vendor leaves out, and says so", async () => {
    const snapshot = await decodeExample("few-fields");
    expect(rowOf(snapshot)).toEqual({ asset: usd, total: "300" });
    expect(issuesOf(snapshot)).toEqual([
      "missing_field /data/available_credit",
      "missing_field /data/pending",
      "missing_field /data/credit_limit",
    ]);
  });

  it("takes null for not stated", async () => {
    const snapshot = await decodeExample("null-field");
    expect(rowOf(snapshot)).not.toHaveProperty("pending");
    expect(issuesOf(snapshot)).toEqual(["null_field /data/pending"]);
  });

  it.each(["", "abc", "0x10", "1,000.00", "+1", ".5", " 5", "NaN", "1e400"])(
    "leaves out an amount written %j",
    (balance) => {
      const snapshot = decode(JSON.stringify({ data: { balance, available_credit: "1", currency: "USD" } }));
      expect(rowOf(snapshot)).not.toHaveProperty("total");
      expect(issuesOf(snapshot)).toContain("bad_number /data/balance");
    },
  );

  it("keeps a currency that is in no standard as unknown", () => {
    const snapshot = decode('{"data":{"balance":"1","currency":"XQX"}}');
    expect(rowOf(snapshot).asset).toEqual({ kind: "unknown", code: "XQX", id: "telnyx:unknown:XQX" });
    expect(issuesOf(snapshot)).toContain("unknown_asset /data/currency");
  });

  it("takes the caller's asset where one is given", () => {
    const eur = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const text = '{"data":{"balance":"1","currency":"USD"}}';
    const snapshot = decodeTelnyxBalance({ status: 200, text, fetchedAt }, { asset: eur });
    expect(rowOf(snapshot)).toMatchObject({ asset: eur, assetFrom: "option" });
  });
});

describe("replies that are no balance", () => {
  it("takes an object without data for a bad response", async () => {
    await expect(decodeExample("missing-data")).rejects.toMatchObject({ code: "bad_response" });
  });

  it.each(["null", "[]", '"300.00"', "{", "", '{"data":[]}', '{"data":{"balance":true}}'])(
    "takes %s for a bad response",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response", httpStatus: 200 }));
    },
  );

  it("throws what the vendor refused, without a request", async () => {
    const replies = await loadReplies("telnyx");
    const refusals = replies.filter(({ status, body }) => status !== 200 && body !== undefined);
    expect(refusals.length).toBeGreaterThan(10);
    for (const { status, text } of refusals) {
      const decodeRefusal = (): unknown => decodeTelnyxBalance({ status, text, fetchedAt });
      expect(decodeRefusal).toThrow(expect.objectContaining({ name: "BalanceError", httpStatus: status }));
    }
    const forbidden = await loadExample("telnyx", "GetUserBalance", "forbidden");
    expect(() => decodeTelnyxBalance({ ...forbidden, fetchedAt })).toThrow(
      expect.objectContaining({ code: "forbidden", vendorCode: "10010", attempts: 0 }),
    );
  });
});

describe("an account", () => {
  it("is read over the network, digit for digit", async () => {
    const text = '{"data":{"balance":90071992547409931.10,"currency":"USD"}}';
    await using server = await startFaultServer(replyJson(text));
    const snapshot = await readBalance(telnyxAccount({ apiKey: "k", baseUrl: server.url, ref: "prod" }));
    expect(rowOf(snapshot).total).toBe("90071992547409931.1");
    expect(snapshot.account).toEqual({ ref: "prod" });
    expect(Date.parse(snapshot.fetchedAt)).toBeGreaterThan(Date.parse("2026-01-01T00:00:00Z"));
  });

  it("is read through a client that exists already", async () => {
    await using mock = await startMock("telnyx");
    const client = createTelnyxClient({ apiKey: "k", baseUrl: mock.url });
    expect(rowOf(await readBalance(telnyxAccount({ client }))).available).toBe("400");
  });

  it("carries its label on the error", async () => {
    await using mock = await startMock("telnyx", { prefer: "code=403" });
    const account = telnyxAccount({ apiKey: "k", baseUrl: mock.url, ref: "prod" });
    const error = await readBalance(account).catch((thrown: unknown) => thrown);
    expect(isBalanceError(error) && [error.account, error.code, error.vendorCode]).toEqual([
      "prod",
      "forbidden",
      "10010",
    ]);
  });

  it("refuses a missing key before it is read", () => {
    expect(() => telnyxAccount({ apiKey: "" })).toThrow(expect.objectContaining({ code: "config" }));
  });
});

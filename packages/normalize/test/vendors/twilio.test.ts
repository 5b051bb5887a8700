import { createTwilioClient } from "@openbalance/twilio";
import { loadExample, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import { decodeTwilioBalance, readBalance, twilioAccount, type TwilioSnapshot } from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" };

function decode(text: string): TwilioSnapshot {
  return decodeTwilioBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<TwilioSnapshot> {
  return decode((await loadExample("twilio", "FetchBalance", name)).text);
}

describe("a balance", () => {
  it("is the total, in the currency that the reply names, of the account that it names", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowOf(snapshot)).toEqual({ asset: usd, total: "18.49325" });
    expect(snapshot.balances[0]?.provenance).toEqual({
      "/total": { kind: "reported", path: "/balance", text: "18.49325", precision: "source" },
    });
    expect(snapshot.account).toEqual({ ref: "twilio", id: accountSid });
    expect(snapshot.issues).toEqual([]);
    expectTypeOf(snapshot.raw.balance).toEqualTypeOf<string | null | undefined>();
  });

  it.each([
    ["zero", "0"],
    ["negative", "-3.07"],
    ["many-decimals", "12345678901234567.123456789"],
    ["number", "18.49325"],
  ])("is read exactly: %s", async (name, total) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toEqual({ asset: usd, total });
    expect(snapshot.issues).toEqual([]);
  });

  it("is in another currency where the account is", async () => {
    expect(rowOf(await decodeExample("euro"))).toMatchObject({ asset: { code: "EUR" }, total: "5.5" });
  });

  it("is kept, in no known asset, when the reply names no currency", async () => {
    const asset = { kind: "unknown", id: "twilio:unknown" };
    const alone = await decodeExample("balance-alone");
    expect(rowOf(alone)).toEqual({ asset, total: "18.49325" });
    expect(issuesOf(alone)).toEqual(["missing_field /currency", "unknown_asset /currency"]);
    const nothing = decode('{"balance":"18.49325","currency":null}');
    expect(rowOf(nothing)).toEqual({ asset, total: "18.49325" });
    expect(issuesOf(nothing)).toEqual(["null_field /currency", "unknown_asset /currency"]);
  });

  it("takes the caller's asset where one is given", async () => {
    const { text } = await loadExample("twilio", "FetchBalance", "balance-alone");
    const eur = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const snapshot = decodeTwilioBalance({ status: 200, text, fetchedAt }, { asset: eur });
    expect(rowOf(snapshot)).toMatchObject({ asset: eur, assetFrom: "option" });
    expect(snapshot.issues).toEqual([]);
  });
});

describe("an account without a balance of its own", () => {
  it.each(["subaccount", "all-null"])("is not found, and why is said: %s", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({
      code: "not_found",
      vendor: "twilio",
      httpStatus: 200,
      retryable: false,
      message: expect.stringContaining("no balance of its own"),
    });
  });

  it("is told with the caller's label, after one request", async () => {
    await using server = await startFaultServer(
      replyJson({ account_sid: accountSid, balance: null, currency: null }),
    );
    const account = twilioAccount({ accountSid, authToken: "t", baseUrl: server.url, ref: "sub" });
    await expect(readBalance(account)).rejects.toMatchObject({ code: "not_found", account: "sub" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("replies that are no balance", () => {
  it.each(["null-balance", "missing-fields"])("are refused: %s", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });

  it.each(["null", "[]", "{", "", '{"balance":"n/a","currency":"USD"}', "<TwilioResponse/>"])(
    "are refused: %s",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
    },
  );

  it("are the vendor's refusals, without a request", async () => {
    const reply = await loadExample("twilio", "FetchBalance", "no-permission");
    expect(() => decodeTwilioBalance({ ...reply, fetchedAt })).toThrow(
      expect.objectContaining({ code: "forbidden", vendorCode: "70051", attempts: 0 }),
    );
  });
});

describe("an account", () => {
  it.each([
    ["by its token", { authToken: "t" }, accountSid],
    ["by a key, under its own SID in the path", { apiKeySid: "SK01", apiKeySecret: "t" }, "SK01"],
  ])("is read %s, digit for digit", async (_name, credentials, user) => {
    await using server = await startFaultServer(
      replyJson('{"balance":90071992547409931.10,"currency":"USD"}'),
    );
    const account = twilioAccount({ accountSid, ...credentials, baseUrl: server.url, ref: "prod" });
    expect(rowOf(await readBalance(account)).total).toBe("90071992547409931.1");
    expect(server.requests.map(({ rawUrl, headers }) => [rawUrl, headers["authorization"]])).toEqual([
      [`/2010-04-01/Accounts/${accountSid}/Balance.json`, `Basic ${btoa(`${user}:t`)}`],
    ]);
  });

  it("is read through a client that exists already", async () => {
    await using mock = await startMock("twilio");
    const client = createTwilioClient({ apiKeySid: "SK01", apiKeySecret: "t", baseUrl: mock.url });
    expect(rowOf(await readBalance(twilioAccount({ client, accountSid }))).total).toBe("18.49325");
  });

  it.each([
    ["no options", undefined, "`accountSid` must be AC"],
    [
      "the SID of a key",
      { accountSid: "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", authToken: "t" },
      "`accountSid` must be AC",
    ],
    ["a SID that climbs", { accountSid: "../AC01", authToken: "t" }, "`accountSid` must be AC"],
    ["no token", { accountSid }, "`authToken` is missing"],
  ])("refuses %s before it is read", (_name, options, message) => {
    const create = (): unknown => twilioAccount(options as never);
    expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "twilio" }));
    expect(create).toThrow(message);
  });
});

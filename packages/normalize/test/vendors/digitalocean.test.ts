import { loadExample, startMock } from "@openbalance/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  decodeDigitaloceanBalance,
  digitaloceanAccount,
  readBalance,
  type DigitaloceanSnapshot,
} from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T07:00:00Z";
const row = {
  asset: { kind: "fiat", code: "USD", id: "iso4217:USD" },
  assetFrom: "docs",
  pendingDirection: "out",
  asOf: { at: "2026-11-22T06:01:12.000Z", source: "record" },
};

function decode(text: string): DigitaloceanSnapshot {
  return decodeDigitaloceanBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<DigitaloceanSnapshot> {
  return decode((await loadExample("digitalocean", "balance_get", name)).text);
}

describe("a balance", () => {
  it("below zero is owed, which DigitalOcean writes without a sign", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "-12.23", pending: "11.21" });
    expect(snapshot.balances[0]?.provenance).toEqual({
      "/total": {
        kind: "reported",
        path: "/account_balance",
        text: "12.23",
        precision: "source",
        negated: true,
      },
      "/pending": { kind: "reported", path: "/month_to_date_usage", text: "11.21", precision: "source" },
    });
    expect(snapshot.account).toEqual({ ref: "digitalocean" });
    expect(snapshot.issues).toEqual([]);
    expectTypeOf(snapshot.raw.account_balance).toEqualTypeOf<string | undefined>();
  });

  it("above zero is what was paid in advance, which DigitalOcean writes below zero", async () => {
    const snapshot = await decodeExample("prepaid");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "50", pending: "11.21" });
    expect(snapshot.issues).toEqual([]);
  });

  it("is not minus zero when nothing is owed", async () => {
    expect(rowOf(await decodeExample("zero"))).toMatchObject({ total: "0", pending: "0" });
  });

  it("keeps every digit, and tells its time in UTC", async () => {
    const snapshot = await decodeExample("many-digits");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "90071992547409931.1", pending: "0.0001" });
    expect(snapshot.issues).toEqual([]);
  });

  it("is read from numbers as from text", async () => {
    expect(rowOf(await decodeExample("numbers"))).toEqual({ ...row, total: "-12.23", pending: "11.21" });
  });

  it("is in the caller's asset where one is given, and says so", () => {
    const asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const reply = { status: 200, text: '{"account_balance":"1.00"}', fetchedAt };
    const snapshot = decodeDigitaloceanBalance(reply, { asset });
    expect(rowOf(snapshot)).toEqual({ asset, assetFrom: "option", total: "-1" });
  });
});

describe("the sum of balance and usage", () => {
  it("is no amount of its own, but is held against the two", async () => {
    const snapshot = await decodeExample("inconsistent");
    expect(rowOf(snapshot)).toEqual({ ...row, total: "-12.23", pending: "11.21" });
    expect(issuesOf(snapshot)).toEqual(["inconsistent /month_to_date_balance"]);
  });

  it("is not taken where it stands alone: it is not the balance", async () => {
    await expect(decodeExample("sum-alone")).rejects.toMatchObject({ code: "bad_response" });
  });

  it("does not stand in for a balance that is missing", () => {
    const snapshot = decode('{"month_to_date_balance":"23.44","month_to_date_usage":"11.21"}');
    expect(rowOf(snapshot)).not.toHaveProperty("total");
    expect(issuesOf(snapshot)).toEqual(["missing_field /account_balance"]);
  });
});

describe("odd replies", () => {
  it("leave out what is no number and no time, and say so", async () => {
    const snapshot = await decodeExample("odd-fields");
    const { asOf: _asOf, ...others } = row;
    expect(rowOf(snapshot)).toEqual({ ...others, pending: "11.21" });
    expect(issuesOf(snapshot)).toEqual(["bad_number /account_balance", "alternate_shape /generated_at"]);
  });

  it("say nothing of a direction where nothing is pending", () => {
    expect(rowOf(decode('{"account_balance":"-50.00"}'))).not.toHaveProperty("pendingDirection");
  });

  it.each(["null-fields", "missing-fields"])("without any amount are refused: %s", async (name) => {
    await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });

  it.each(["null", "[]", "{", "", '{"account_balance":true}'])("are refused: %s", (text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
  });

  it("are the vendor's refusals, without a request", () => {
    const text = '{"id":"forbidden","message":"no"}';
    expect(() => decodeDigitaloceanBalance({ status: 403, text, fetchedAt })).toThrow(
      expect.objectContaining({ code: "forbidden", vendorCode: "forbidden", attempts: 0 }),
    );
  });
});

it("is read over the network", async () => {
  await using mock = await startMock("digitalocean");
  const account = digitaloceanAccount({ token: "dop_v1_t0ken", baseUrl: mock.url, ref: "team" });
  const snapshot = await readBalance(account);
  expect(rowOf(snapshot)).toMatchObject({ total: "-12.23", pending: "11.21" });
  expect(snapshot.account).toEqual({ ref: "team" });
});

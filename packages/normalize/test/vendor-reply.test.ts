import { describeProblem, isBalanceError } from "@openbalance/http";
import { describe, expect, it } from "vitest";
import { BalanceRow } from "../src/decode/balance-row.ts";
import { openReply, type OpenReply, type VendorReply } from "../src/decode/vendor-reply.ts";
import { configMessage } from "./config-error.ts";
import { fiat } from "./snapshots.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function open(reply: VendorReply): OpenReply {
  return openReply("acme", reply, ({ status }) => describeProblem(status, {}));
}

function errorOf(reply: VendorReply): unknown {
  try {
    return open(reply);
  } catch (error) {
    return error;
  }
}

describe("openReply", () => {
  it("gives the exact text beside what JSON.parse makes of it", () => {
    const { root, snapshot } = open({ status: 200, fetchedAt, text: '{"a":90071992547409931.10}' });
    expect(root.member("a").amount()?.value).toBe("90071992547409931.1");
    expect(snapshot("acme", {}, { balances: [] })).toEqual({
      schema: "balance/1",
      vendor: "acme",
      account: { ref: "acme" },
      balances: [],
      fetchedAt,
      issues: [],
      raw: { a: Number("90071992547409931.10") },
    });
  });

  it("makes no snapshot of rows of which none holds an amount, and one of no rows at all", () => {
    const { snapshot } = open({ status: 200, fetchedAt, text: "{}" });
    const empty = new BalanceRow().finish(fiat("USD"), {});
    const row = new BalanceRow();
    const provenance = { kind: "reported", path: "/a", text: "0", precision: "source" } as const;
    const total = row.reported("/total", { value: "0", provenance });
    const zero = row.finish(fiat("EUR"), { total });
    expect(() => snapshot("acme", {}, { balances: [empty, empty] })).toThrow(
      expect.objectContaining({ code: "bad_response", vendor: "acme", httpStatus: 200 }),
    );
    expect(snapshot("acme", {}, { balances: [empty, zero] }).balances).toEqual([empty, zero]);
    expect(snapshot("acme", {}, { balances: [] }).balances).toEqual([]);
  });

  it("leaves out of the snapshot what the vendor does not say", () => {
    const { snapshot } = open({ status: 200, fetchedAt, text: "{}" });
    const account = { id: "a1", owner: undefined };
    const made = snapshot("acme", { ref: "prod" }, { balances: [], account, state: undefined });
    expect(made.account).toStrictEqual({ ref: "prod", id: "a1" });
    expect(made).not.toHaveProperty("state");
  });

  it("accepts what a caller parsed, and a file that begins with a byte order mark", () => {
    expect(
      open({ status: 200, fetchedAt, body: { a: 1 } })
        .root.member("a")
        .amount()?.value,
    ).toBe("1");
    expect(open({ status: 200, fetchedAt, text: '\uFEFF{"a":1}' }).root.member("a").amount()?.value).toBe(
      "1",
    );
  });

  it("throws the vendor's error for a refusal, whatever its body", () => {
    for (const text of ['{"error":"no"}', "<html>", "", "null"]) {
      const error = errorOf({ status: 401, fetchedAt, text });
      expect(isBalanceError(error)).toBe(true);
      expect(error).toMatchObject({ code: "unauthenticated", httpStatus: 401, vendor: "acme" });
    }
  });

  it.each(["", "<html>", "{", "NaN", '{"a":1} {"b":2}', "[".repeat(200_000)])(
    "throws bad_response for a success that is no JSON",
    (text) => {
      expect(errorOf({ status: 200, fetchedAt, text })).toMatchObject({
        code: "bad_response",
        httpStatus: 200,
      });
    },
  );

  it.each([
    ["`reply`", undefined],
    ["`reply`", "{}"],
    ["`status`", { fetchedAt, text: "{}" }],
    ["`status`", { status: 99, fetchedAt, text: "{}" }],
    ["`status`", { status: "200", fetchedAt, text: "{}" }],
    ["`fetchedAt`", { status: 200, text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: "yesterday", text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: "2026-11-22", text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: "2026-11-22T00:00:00+01:00", text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: "2026-13-22T00:00:00Z", text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: new Date(0), text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: "at 2026-11-22T00:00:00Z", text: "{}" }],
    ["`fetchedAt`", { status: 200, fetchedAt: "2026-11-22T00:00:00Z.", text: "{}" }],
    ["`status`", { status: 600, fetchedAt, text: "{}" }],
    ["`reply`", null],
    ["`text`", { status: 200, fetchedAt }],
    ["`text`", { status: 200, fetchedAt, text: { balance: 5 } }],
  ])("names %s when it is wrong", async (name, reply) => {
    // What only plain JavaScript can hand in.
    expect(await configMessage(() => open(reply as unknown as VendorReply))).toContain(name);
  });

  it.each([100, 599])("judges the status %d, which is one", (status) => {
    expect(isBalanceError(errorOf({ status, fetchedAt, text: "{}" }))).toBe(true);
    expect(errorOf({ status, fetchedAt, text: "{}" })).not.toMatchObject({ code: "config" });
  });

  it("names the option of a decoder that is wrong", async () => {
    const { snapshot } = open({ status: 200, fetchedAt, text: "{}" });
    const made = (options: object): unknown => snapshot("acme", options, { balances: [] });
    expect(await configMessage(() => made({ ref: 5 }))).toContain("`ref`");
    expect(await configMessage(() => made({ asset: "USD" }))).toContain("`asset`");
    expect(await configMessage(() => made({ asset: null }))).toContain("`asset`");
  });
});

import { loadExample, loadReplies } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { decodeFlexpriceBalance, type FlexpriceSnapshot } from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function decode(wallet: object | string): FlexpriceSnapshot {
  const text = typeof wallet === "string" ? wallet : JSON.stringify(wallet);
  return decodeFlexpriceBalance({ status: 200, text, fetchedAt });
}

/** The wallet of an example, to be changed. */
async function walletOf(name: string): Promise<Record<string, unknown>> {
  return (await loadExample("flexprice", "getWalletBalance", name)).body as Record<string, unknown>;
}

it("says that the caller named the asset where the caller did", async () => {
  const { status, text } = await loadExample("flexprice", "getWalletBalance", "typical");
  const asset = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
  const [balance] = decodeFlexpriceBalance({ status, text, fetchedAt }, { asset }).balances;
  expect(balance).toMatchObject({ asset, assetFrom: "option" });
});

describe("odd replies", () => {
  it("takes a live zero at its word where no state is told that would make it a placeholder", async () => {
    const { wallet_status: _, ...wallet } = await walletOf("typical");
    const snapshot = decode({ ...wallet, real_time_balance: "0" });
    expect(rowOf(snapshot).available).toBe("0");
    expect(issuesOf(snapshot)).toEqual(["missing_field /wallet_status"]);
  });

  it("leaves out what the vendor leaves out, and says so", async () => {
    const snapshot = decode(await walletOf("few-fields"));
    expect(rowOf(snapshot)).toEqual({
      asset: { kind: "fiat", code: "USD", id: "iso4217:USD" },
      total: "100",
      equivalents: [
        { asset: { kind: "credit", code: "credit", id: "flexprice:wallet_01J9ZQ4N:credit" }, total: "100" },
      ],
    });
    expect(snapshot).not.toHaveProperty("state");
    expect(issuesOf(snapshot)).toEqual([
      "missing_field /wallet_status",
      "missing_field /real_time_balance",
      "missing_field /real_time_credit_balance",
      "missing_field /conversion_rate",
    ]);
  });

  it("keeps a currency that is in no standard as unknown", async () => {
    const snapshot = decode(await walletOf("unknown-currency"));
    expect(rowOf(snapshot).asset).toEqual({ kind: "unknown", code: "crd", id: "flexprice:unknown:crd" });
    expect(issuesOf(snapshot)).toEqual(["unknown_asset /currency"]);
  });

  it("does not make up a wallet for credits whose wallet is not named", async () => {
    const { id: _id, ...wallet } = await walletOf("typical");
    const snapshot = decode(wallet);
    expect(rowOf(snapshot).equivalents?.[0]?.asset).toEqual({ kind: "unknown", id: "flexprice:unknown" });
    expect(issuesOf(snapshot)).toEqual(["missing_field /id"]);
  });

  it.each<[breakdown: unknown, parts: unknown, issues: readonly string[]]>([
    [null, undefined, ["null_field /credits_available_breakdown"]],
    [[], undefined, ["alternate_shape /credits_available_breakdown"]],
    ["20", undefined, ["alternate_shape /credits_available_breakdown"]],
    [
      {},
      undefined,
      [
        "missing_field /credits_available_breakdown/free",
        "missing_field /credits_available_breakdown/purchased",
      ],
    ],
    [
      { purchased: "70" },
      [{ kind: "granted" }, { kind: "purchased", amount: "70" }],
      ["missing_field /credits_available_breakdown/free"],
    ],
  ])("reads the breakdown %j", async (breakdown, parts, issues) => {
    const snapshot = decode({ ...(await walletOf("typical")), credits_available_breakdown: breakdown });
    expect(rowOf(snapshot).equivalents?.[0]?.parts).toEqual(parts);
    expect(issuesOf(snapshot)).toEqual(issues);
  });

  it.each([
    ["2026-11-20T14:00:00.123456789+05:30", "2026-11-20T08:30:00.123Z"],
    ["2026-11-20T08:30:00Z", "2026-11-20T08:30:00.000Z"],
  ])("gives the time %s in UTC", async (balance_updated_at, at) => {
    const snapshot = decode({ ...(await walletOf("typical")), balance_updated_at });
    expect(rowOf(snapshot).asOf).toEqual({ at, source: "record", fields: ["total"] });
  });

  it.each(["2026", "2026-11-20", "2026-11-20T08:30:00", "Nov 20, 2026", "2026-13-40T08:30:00Z"])(
    "leaves out the time %s, which is none",
    async (balance_updated_at) => {
      const snapshot = decode({ ...(await walletOf("typical")), balance_updated_at });
      expect(rowOf(snapshot)).not.toHaveProperty("asOf");
      expect(issuesOf(snapshot)).toEqual(["alternate_shape /balance_updated_at"]);
    },
  );

  it("takes the time for nothing when there is no stored amount", async () => {
    const { balance: _balance, ...wallet } = await walletOf("typical");
    expect(rowOf(decode(wallet))).not.toHaveProperty("asOf");
  });
});

describe("replies that are no balance", () => {
  it.each([
    "null",
    "[]",
    "{}",
    "{",
    "",
    '{"balance":"string","credit_balance":"string","conversion_rate":"string"}',
    '{"id":"wallet_1","currency":"usd","conversion_rate":"1"}',
    '{"wallet_status":"frozen","real_time_balance":"0"}',
    '{"current_period_usage":"12.5"}',
  ])("takes %s for a bad response", (text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response", httpStatus: 200 }));
  });

  it("throws what the vendor refused, in each of its three shapes", async () => {
    const refusals = (await loadReplies("flexprice")).filter(
      ({ status, text }) => status !== 200 && text !== "",
    );
    expect(refusals.length).toBeGreaterThan(20);
    for (const { status, text } of refusals) {
      const decodeRefusal = (): unknown => decodeFlexpriceBalance({ status, text, fetchedAt });
      expect(decodeRefusal).toThrow(expect.objectContaining({ name: "BalanceError", httpStatus: status }));
    }
  });
});

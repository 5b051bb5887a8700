import type { BalanceSnapshot } from "@openbalance/normalize";
import { decodeBitfrontBalance } from "@openbalance/normalize/bitfront";
import { decodeOpenrouterBalance } from "@openbalance/normalize/openrouter";
import { decodeTelnyxBalance } from "@openbalance/normalize/telnyx";
import { describe, expect, it } from "vitest";
import { checkReply } from "../src/commands/doctor/check-reply.ts";
import { describedReply } from "../src/commands/doctor/described-members.ts";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { dollars, read } from "./rows.ts";

const reply = (body: object): Parameters<typeof decodeTelnyxBalance>[0] => ({
  status: 200,
  text: JSON.stringify(body),
  fetchedAt: "2026-11-22T00:00:00Z",
});

function snapshotOf(fields: Partial<BalanceSnapshot>): BalanceSnapshot {
  const result = read([dollars({ total: "1" })], fields);
  if (!result.ok) throw new TypeError("a result that was made of balances has none");
  return result.snapshot;
}

const telnyx = { balance: "1", available_credit: "1", credit_limit: "0", pending: "0", currency: "USD" };
const bitfront = {
  timezone: "UTC",
  responseTime: 1_790_000_000_000,
  statusCode: 1000,
  statusMessage: "Success",
};

describe("the check of a reply", () => {
  it("finds nothing in a reply that has what is described, optional members or not", async () => {
    const { record_type: _none, ...rest } = { record_type: "balance", ...telnyx };
    for (const data of [rest, { ...rest, record_type: "balance" }]) {
      expect(await checkReply(decodeTelnyxBalance(reply({ data })))).toEqual({
        name: "reply",
        verdict: "ok",
        detail: "as the vendor describes it",
      });
    }
  });

  it("names members that are not described, and none of their values", async () => {
    const data = { ...telnyx, grace_credit: "secret-value", "4242": 1 };
    const { verdict, detail } = await checkReply(decodeTelnyxBalance(reply({ data })));
    expect(verdict).toBe("warning");
    expect(detail).toContain("unknown_field: /data/grace_credit is not in the vendor's description");
    expect(detail).not.toMatch(/secret-value|4242/);
  });

  it("names members that are missing though they are always there", async () => {
    const { timezone: _missing, ...rest } = bitfront;
    const responseData = [{ currency: "BTC", balance: 1, availableBalance: 1 }];
    const { verdict, detail } = await checkReply(decodeBitfrontBalance(reply({ ...rest, responseData })));
    expect({ verdict, detail }).toEqual({
      verdict: "warning",
      detail: "missing_field: /timezone is always there by the vendor's description",
    });
  });

  it("tells a place once, where the decoder has told of it", async () => {
    const issues = [{ code: "unknown_field", path: "/data/extra", message: "is new" }] as const;
    const snapshot = snapshotOf({ vendor: "telnyx", issues, raw: { data: { ...telnyx, extra: 1 } } });
    expect((await checkReply(snapshot)).detail).toBe("unknown_field: /data/extra is new");
  });

  it("does not list a reply of another shape member by member", async () => {
    const members = Array.from({ length: 25 }, (_, index) => [`other_${index}`, 1]);
    const raw = { data: { ...telnyx, ...Object.fromEntries(members) } };
    const { detail } = await checkReply(snapshotOf({ vendor: "telnyx", raw }));
    expect(detail.split("; ")).toHaveLength(11);
    expect(detail).toMatch(/; 15 more members like these$/);
  });

  it("says of a vendor that describes nothing only what its decoder found", async () => {
    for (const vendor of ["pots", "constructor"]) {
      const snapshot = snapshotOf({ vendor, raw: { anything: 1 } });
      expect(await checkReply(snapshot)).toMatchObject({ verdict: "ok", detail: "nothing is odd about it" });
    }
  });
});

describe("the description of a reply", () => {
  it.each(vendorVariables.map(({ vendor }) => vendor))("is there for %s", async (vendor) => {
    const described = await describedReply(snapshotOf({ vendor }));
    expect(Object.keys(described?.fields[described.operation] ?? {}).length).toBeGreaterThan(0);
  });

  it("is that of the call by which OpenRouter was read", async () => {
    const key = decodeOpenrouterBalance(reply({ data: { limit: 5, limit_remaining: 1, usage: 4 } }));
    const account = decodeOpenrouterBalance(reply({ data: { total_credits: 5, total_usage: 4 } }));
    expect((await describedReply(key))?.operation).toBe("GET /key");
    expect((await describedReply(account))?.operation).toBe("GET /credits");
  });
});

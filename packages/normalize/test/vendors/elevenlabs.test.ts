import { createElevenlabsClient } from "@openbalance/elevenlabs";
import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import {
  decodeElevenlabsBalance,
  elevenlabsAccount,
  isBalanceError,
  isBelow,
  readBalance,
  type ElevenlabsSnapshot,
} from "../../src/index.ts";
import { amountsOf, issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const operation = "Get_user_subscription_info_v1_user_subscription_get";

function decode(text: string): ElevenlabsSnapshot {
  return decodeElevenlabsBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<ElevenlabsSnapshot> {
  return decode((await loadExample("elevenlabs", operation, name)).text);
}

async function rowsOf(name: string): Promise<readonly unknown[]> {
  return (await decodeExample(name)).balances.map((row) =>
    Object.assign({ id: row.asset.id }, amountsOf(row)),
  );
}

describe("the characters of a period", () => {
  it("are an allowance: what is left of it is what is allowed without what is used", async () => {
    const snapshot = await decodeExample("typical");
    const [row] = snapshot.balances;
    expect(row?.asset).toEqual({ kind: "credit", code: "character", id: "elevenlabs:character" });
    expect(amountsOf(row)).toEqual({
      kind: "allowance",
      available: "75000",
      availableIncludesCredit: false,
      unlimited: ["creditLimit"],
      quota: {
        limit: "100000",
        used: "25000",
        resetsAt: "2027-01-01T00:00:00.000Z",
        every: "monthly_period",
      },
    });
    expect(row?.provenance["/available"]).toEqual({
      kind: "derived",
      formula: "quota.limit - quota.used",
      from: ["/quota/limit", "/quota/used"],
    });
    expect(snapshot.state).toBe("active");
    expect(issuesOf(snapshot)).toEqual([]);
  });

  it("are no total: an allowance is nothing that the vendor holds", async () => {
    for (const name of ["typical", "overage", "zero"]) {
      expect((await decodeExample(name)).balances[0]).not.toHaveProperty("total");
    }
  });

  it("fall below zero with overage, and say how far they may", async () => {
    expect((await rowsOf("overage"))[0]).toMatchObject({ available: "-20000", creditLimit: "50000" });
    expect((await rowsOf("overage"))[0]).not.toHaveProperty("unlimited");
  });

  it("may not be passed where the extension is 0, which is a limit and not an absent one", async () => {
    expect((await rowsOf("zero"))[0]).toMatchObject({ available: "10000", creditLimit: "0" });
  });

  it("are never below a threshold in a line that has no bound", async () => {
    const threshold = { asset: "elevenlabs:character", field: "creditLimit", amount: "1" } as const;
    expect(isBelow(await decodeExample("typical"), threshold)).toBe(false);
    expect(isBelow(await decodeExample("zero"), threshold)).toBe(true);
  });

  it("have nothing left that is known where the used ones are not stated", async () => {
    const snapshot = await decodeExample("nothing-used-field");
    expect(snapshot.balances[0]).not.toHaveProperty("available");
    expect(snapshot.balances[0]).not.toHaveProperty("availableIncludesCredit");
    expect(snapshot.balances[0]?.quota).toMatchObject({ limit: "100000" });
    expect(issuesOf(snapshot)).toEqual(["missing_field /character_count"]);
  });

  it("are read from the older shape, without its twin of the extension", async () => {
    const snapshot = await decodeExample("older-shape");
    expect(amountsOf(snapshot.balances[0])).toMatchObject({ available: "75000" });
    expect(snapshot.balances).toHaveLength(1);
    expect(snapshot.balances[0]).not.toHaveProperty("creditLimit");
    expect(issuesOf(snapshot)).toEqual(["missing_field /max_credit_limit_extension"]);
  });

  it.each([-1, 0, 1e20, '"x"'])("name no reset where the time is %s", (seconds) => {
    const text = `{"character_limit":5,"next_character_count_reset_unix":${seconds}}`;
    expect(decode(text).balances[0]?.quota).toEqual({ limit: "5" });
  });
});

describe("money beyond the plan", () => {
  it("is a row of its own: overage that is not billed yet goes out", async () => {
    const [, money] = await rowsOf("overage");
    expect(money).toEqual({ id: "iso4217:USD", pending: "6", pendingDirection: "out" });
  });

  it("takes the overage for whole units and the invoices for cents", async () => {
    const [, money] = await rowsOf("open-invoices");
    expect(money).toEqual({ id: "iso4217:EUR", pending: "0.1", pendingDirection: "out", due: "22.05" });
    const { balances, state } = await decodeExample("open-invoices");
    expect(state).toBe("past_due");
    expect(balances[1]?.provenance["/due"]).toMatchObject({
      formula: "sum(inputs)",
      inputs: [
        { path: "/open_invoices/0/amount_due_cents", text: "2200", scale: -2 },
        { path: "/open_invoices/1/amount_due_cents", text: "5", scale: -2 },
      ],
    });
  });

  it("is never added over two currencies", async () => {
    expect((await rowsOf("two-currencies")).slice(1)).toEqual([
      { id: "iso4217:USD", pending: "1.5", pendingDirection: "out" },
      { id: "iso4217:EUR", due: "22" },
    ]);
  });

  it("is not said to be due where one invoice says nothing", async () => {
    const snapshot = await decodeExample("invoice-without-amount");
    expect(snapshot.balances[1]).not.toHaveProperty("due");
    expect(issuesOf(snapshot)).toEqual(["missing_field /open_invoices/1/amount_due_cents"]);
  });

  it("leaves the next invoice out, which is a forecast", async () => {
    expect(JSON.stringify((await decodeExample("typical")).balances)).not.toContain("22");
  });
});

describe("replies that are no subscription", () => {
  it.each(["no-amounts", "says-nothing"])(
    "takes %s for a bad response, and never for a zero",
    async (name) => {
      await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
    },
  );

  it.each(["null", "[]", "{", "", '{"character_limit":"many"}'])("takes %s for a bad response", (text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
  });

  it("throws what the vendor refused, without a request", async () => {
    const refusals = (await loadReplies("elevenlabs")).filter(({ status }) => status !== 200);
    expect(refusals.length).toBeGreaterThan(10);
    for (const { status, text } of refusals) {
      expect(() => decodeElevenlabsBalance({ status, text, fetchedAt })).toThrow(
        expect.objectContaining({ name: "BalanceError", httpStatus: status, attempts: 0 }),
      );
    }
  });
});

describe("an account", () => {
  it("is read through a client that exists already", async () => {
    await using mock = await startMock("elevenlabs");
    const client = createElevenlabsClient({ apiKey: "k", baseUrl: mock.url });
    const { balances, account } = await readBalance(elevenlabsAccount({ client, ref: "prod" }));
    expect(balances.map(({ available }) => available)).toEqual(["75000", undefined]);
    expect(account).toEqual({ ref: "prod" });
  });

  it("tells a key without the right to read from a wrong one, and keeps it out of the error", async () => {
    const secret = "sk_s3cr3t_0123456789";
    const body = { detail: { status: "missing_permissions", message: `${secret} lacks user_read` } };
    await using server = await startFaultServer(replyJson(body, { status: 401 }));
    const account = elevenlabsAccount({ apiKey: secret, baseUrl: server.url });
    const error: unknown = await readBalance(account).catch((thrown: unknown) => thrown);
    expect(isBalanceError(error) && [error.code, error.httpStatus]).toEqual(["forbidden", 401]);
    expect(JSON.stringify(error) + String(error)).not.toContain(secret);
    expect(server.requests[0]?.headers).toMatchObject({ "xi-api-key": secret });
  });
});

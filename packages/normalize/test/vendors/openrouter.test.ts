import { createOpenrouterClient } from "@openbalance/openrouter";
import { loadReplies, replyJson, startFaultServer, startMock, status } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import {
  decodeOpenrouterBalance,
  isBelow,
  openrouterAccount,
  readBalance,
  type OpenrouterAccountOptions,
  type OpenrouterDecodeOptions,
  type OpenrouterSnapshot,
} from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" } as const;
const base = { asset: usd, assetFrom: "docs" };
type Call = "getCredits" | "getCurrentKey";

async function decodeExample(
  call: Call,
  name: string,
  options?: OpenrouterDecodeOptions,
): Promise<OpenrouterSnapshot> {
  const replies = await loadReplies("openrouter");
  const found = replies.find(
    (each) => each.operationId === call && each.name === name && each.status === 200,
  );
  return decodeOpenrouterBalance({ status: 200, text: found?.text ?? "", fetchedAt }, options);
}

describe("the credits of an account", () => {
  it("are what is left: the exact difference of two totals", async () => {
    const snapshot = await decodeExample("getCredits", "typical");
    const lifetime = { deposited: "250.5", spent: "83.17561396" };
    expect(rowOf(snapshot)).toEqual({ ...base, total: "167.32438604", lifetime });
    expect(snapshot).toMatchObject({ account: { ref: "openrouter" }, issues: [] });
    expect(snapshot.account).not.toHaveProperty("scope");
    expect(snapshot.balances[0]?.provenance).toMatchObject({
      "/total": {
        kind: "derived",
        formula: "lifetime.deposited - lifetime.spent",
        from: ["/lifetime/deposited", "/lifetime/spent"],
      },
      "/lifetime/deposited": { kind: "reported", path: "/data/total_credits", text: "250.5" },
    });
  });

  it.each([
    ["used-up", "0"],
    ["negative", "-0.00000002"],
    ["doubles", "29.8999982"],
    ["string-numbers", "167.32438604"],
  ])("are read in %s without a double's error, below zero too", async (name, total) => {
    const snapshot = await decodeExample("getCredits", name);
    expect(rowOf(snapshot).total).toBe(total);
    expect(snapshot.issues).toEqual([]);
  });

  it("may be a placeholder when both totals are zero, unless the key is known to be a management key", async () => {
    const doubtful = await decodeExample("getCredits", "zero");
    expect(rowOf(doubtful).total).toBe("0");
    expect(issuesOf(doubtful)).toEqual(["placeholder /data"]);
    for (const isManagementKey of [false, undefined]) {
      const options = isManagementKey === undefined ? {} : { isManagementKey };
      expect((await decodeExample("getCredits", "zero", options)).issues).toHaveLength(1);
    }
    expect((await decodeExample("getCredits", "zero", { isManagementKey: true })).issues).toEqual([]);
  });

  it.each([
    ["bought and not used", '{"total_credits":10,"total_usage":0}', "10"],
    ["used and not bought", '{"total_credits":0,"total_usage":0.5}', "-0.5"],
  ])("are no placeholder when they are %s", (_, data, total) => {
    const snapshot = decodeOpenrouterBalance({ status: 200, text: `{"data":${data}}`, fetchedAt });
    expect([rowOf(snapshot).total, snapshot.issues]).toEqual([total, []]);
  });

  it.each(["few-fields", "null-fields"])("derive nothing from the one total of %s", async (name) => {
    const snapshot = await decodeExample("getCredits", name);
    expect(rowOf(snapshot)).toEqual({ ...base, lifetime: { deposited: "250.5" } });
    expect(snapshot.issues).toHaveLength(1);
  });

  it.each(["empty-data", "missing-data", "null-body"])("are not in %s, which is no balance", async (name) => {
    await expect(decodeExample("getCredits", name)).rejects.toMatchObject({ code: "bad_response" });
  });

  it("are counted in another asset when the caller says so", async () => {
    const asset = { kind: "credit", code: "credit", id: "openrouter:credit" } as const;
    expect(rowOf(await decodeExample("getCredits", "typical", { asset }))).toMatchObject({
      asset,
      assetFrom: "option",
    });
  });
});

describe("the limit of a key", () => {
  it("is an allowance with its period, what is left of it is available, and it has no total", async () => {
    const snapshot = await decodeExample("getCurrentKey", "monthly-limit");
    expect(snapshot).toMatchObject({ account: { scope: "key" }, issues: [] });
    expect(rowOf(snapshot)).toEqual({
      ...base,
      kind: "allowance",
      available: "74.5",
      quota: { limit: "100", every: "monthly" },
      lifetime: { spent: "125.5" },
    });
  });

  it("is said to be unlimited where it is null: nothing is missing, and nothing is below", async () => {
    const snapshot = await decodeExample("getCurrentKey", "no-limit");
    expect(rowOf(snapshot)).toEqual({
      ...base,
      kind: "allowance",
      unlimited: ["quota.limit"],
      lifetime: { spent: "125.5" },
    });
    expect(snapshot.issues).toEqual([]);
    expect(isBelow(snapshot, { asset: usd.id, field: "quota", amount: "5" })).toBe(false);
    // A key without a cap says nothing of what the account has.
    expect(isBelow(snapshot, { asset: usd.id, amount: "5" })).toBe("unknown");
    expect(isBelow(snapshot, { asset: usd.id, field: "available", amount: "5" })).toBe("unknown");
  });

  it.each([
    ["fixed-limit", "8.999998", { limit: "50" }],
    ["fixed-limit-with-byok", "20", { limit: "50" }],
    ["zero", "10", { limit: "10" }],
    ["overspent", "-0.000002", { limit: "10" }],
    ["older-form", "74.5", { limit: "100", every: "monthly" }],
  ])("is checked against the use only where it never starts anew: %s", async (name, available, quota) => {
    const snapshot = await decodeExample("getCurrentKey", name);
    expect(rowOf(snapshot)).toMatchObject({ available, quota });
    expect(snapshot.issues).toEqual([]);
  });

  it("that contradicts the use is recorded and not repaired", async () => {
    const snapshot = await decodeExample("getCurrentKey", "inconsistent");
    expect(issuesOf(snapshot)).toEqual(["inconsistent /data/limit_remaining"]);
    expect(rowOf(snapshot)).toMatchObject({ available: "9", quota: { limit: "50" } });
  });

  it("that is not stated is absent and not unlimited", async () => {
    const snapshot = await decodeExample("getCurrentKey", "few-fields");
    expect(rowOf(snapshot)).toEqual({ ...base, kind: "allowance", lifetime: { spent: "125.5" } });
    expect(issuesOf(snapshot)).toEqual(["missing_field /data/limit", "missing_field /data/limit_remaining"]);
  });

  it("keeps a period that nobody documents, and says so", () => {
    const text = '{"data":{"limit":1,"limit_remaining":1,"limit_reset":"hourly","usage":0}}';
    const snapshot = decodeOpenrouterBalance({ status: 200, text, fetchedAt });
    expect(rowOf(snapshot).quota).toEqual({ limit: "1", every: "hourly" });
    expect(issuesOf(snapshot)).toEqual(["unknown_enum /data/limit_reset"]);
  });
});

const zeros = replyJson('{"data":{"total_credits":0,"total_usage":0}}');
const kind = (said: object) => replyJson(JSON.stringify({ data: { limit: null, usage: 5, ...said } }));
const open = (baseUrl: string, options: object = {}): ReturnType<typeof openrouterAccount> => {
  return openrouterAccount({ apiKey: "sk-or-v1-0123", baseUrl, retry: false, ref: "prod", ...options });
};

describe("an account", () => {
  it("asks what kind of key it has before it asks for the credits", async () => {
    await using server = await startFaultServer(
      kind({ is_management_key: true }),
      replyJson('{"data":{"total_credits":90071992547409931.10,"total_usage":0.1}}'),
    );
    const snapshot = await readBalance(open(server.url));
    expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/key", "/credits"]);
    expect(rowOf(snapshot).total).toBe("90071992547409931");
    expect(snapshot.account).toEqual({ ref: "prod" });
  });

  it.each([{ is_management_key: false }, { is_provisioning_key: false }])(
    "is forbidden to a key with %j, which is never shown the zeros of a funded account",
    async (said) => {
      await using server = await startFaultServer(kind(said), zeros);
      const error: unknown = await readBalance(open(server.url)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: "forbidden",
        vendor: "openrouter",
        account: "prod",
        retryable: false,
      });
      expect((error as Error).message).toContain('`scope: "key"`');
      expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/key"]);
    },
  );

  it("takes zeros for zeros when the vendor says that the key is right, and doubts them when it does not say", async () => {
    await using server = await startFaultServer(kind({ is_management_key: true }), zeros, kind({}), zeros);
    const account = open(server.url);
    expect((await readBalance(account)).issues).toEqual([]);
    expect(issuesOf(await readBalance(account))).toContain("placeholder /data");
  });

  it("says what the vendor refused of either call", async () => {
    await using server = await startFaultServer(status(401), kind({ is_management_key: true }), status(403));
    await expect(readBalance(open(server.url))).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(readBalance(open(server.url))).rejects.toMatchObject({ code: "forbidden", httpStatus: 403 });
  });

  it("with scope key reads the limit of any key, in one request", async () => {
    await using server = await startFaultServer(
      kind({ limit: 10, limit_remaining: 5, is_management_key: false }),
    );
    const snapshot = await readBalance(open(server.url, { scope: "key" }));
    expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual(["/key"]);
    expect(snapshot.account).toEqual({ ref: "prod", scope: "key" });
    expect(rowOf(snapshot)).toMatchObject({ available: "5", quota: { limit: "10" } });
  });

  it("is read through a client that exists already", async () => {
    await using mock = await startMock("openrouter");
    const client = createOpenrouterClient({ apiKey: "k", baseUrl: mock.url });
    expect(rowOf(await readBalance(openrouterAccount({ client }))).total).toBe("167.32438604");
  });

  it.each([
    [undefined, /`apiKey` is missing/],
    [{ apiKey: "k", scope: "team" }, /`scope` must be account or key/],
  ])("is refused with %j before it is read", (options, message) => {
    expect(() => openrouterAccount(options as OpenrouterAccountOptions)).toThrow(message);
  });
});

import { createGlyphrunClient } from "@openbalance/glyphrun";
import { loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import {
  decodeGlyphrunBalance,
  glyphrunAccount,
  readBalance,
  type GlyphrunSnapshot,
} from "../../src/index.ts";
import { amountsOf, issuesOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usdc = {
  kind: "token",
  code: "USDC",
  id: "eip155:8453/erc20:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913",
} as const;
const address = "0x1234567890abcdef1234567890abcdef12345678";

/** The example of that status, for several statuses have one of the same name. */
async function decodeExample(name: string, status = 200): Promise<GlyphrunSnapshot> {
  const replies = await loadReplies("glyphrun");
  const reply = replies.find((each) => each.name === name && each.status === status);
  if (reply === undefined) throw new Error(`there is no example ${name} under ${status}`);
  return decodeGlyphrunBalance({ status, text: reply.text, fetchedAt });
}

const documented = {
  total: "100.5",
  available: "95",
  held: "5.5",
  holds: [{ id: "run_abc123", amount: "5.5" }],
  lifetime: { deposited: "500", spent: "399.5" },
};
const three = { total: "100.5", available: "95", held: "5.5" };

describe("the documented wallets", () => {
  it("are USDC on Base, each lock a hold of its own", async () => {
    const snapshot = await decodeExample("documented");
    expect(snapshot).toMatchObject({
      schema: "balance/1",
      vendor: "glyphrun",
      account: { ref: "glyphrun", id: "did:privy:abc123", address },
      fetchedAt,
      issues: [],
    });
    const reported = { kind: "reported", precision: "source" };
    expect(snapshot.balances).toEqual([
      {
        asset: usdc,
        kind: "funds",
        assetFrom: "docs",
        ...documented,
        provenance: {
          "/total": { ...reported, path: "/wallet/balance", text: "100.5" },
          "/available": { ...reported, path: "/wallet/availableBalance", text: "95" },
          "/held": { ...reported, path: "/wallet/totalLocked", text: "5.5" },
          "/holds/0/amount": { ...reported, path: "/wallet/pendingLocks/run_abc123", text: "5.5" },
          "/lifetime/deposited": { ...reported, path: "/wallet/totalDeposited", text: "500" },
          "/lifetime/spent": { ...reported, path: "/wallet/totalSpent", text: "399.5" },
        },
      },
    ]);
  });

  it.each([
    [
      "zero",
      { total: "0", available: "0", held: "0", holds: [], lifetime: { deposited: "0", spent: "0" } },
      [],
    ],
    [
      "idle",
      {
        total: "42.25",
        available: "42.25",
        held: "0",
        holds: [],
        lifetime: { deposited: "50", spent: "7.75" },
      },
      [],
    ],
    [
      "two-locks",
      {
        total: "1",
        available: "0.7",
        held: "0.3",
        holds: [
          { id: "run_a", amount: "0.1" },
          { id: "run_b", amount: "0.2" },
        ],
        lifetime: { deposited: "1", spent: "0" },
      },
      [],
    ],
    [
      "six-decimals",
      {
        total: "0.000002",
        available: "0.000001",
        held: "0.000001",
        holds: [{ id: "run_a", amount: "0.000001" }],
        lifetime: { deposited: "1000000.000002", spent: "1000000" },
      },
      [],
    ],
    [
      "negative",
      {
        total: "-1.25",
        available: "-1.25",
        held: "0",
        holds: [],
        lifetime: { deposited: "10", spent: "11.25" },
      },
      [],
    ],
    [
      "withdrawn",
      { total: "20", available: "20", held: "0", holds: [], lifetime: { deposited: "500", spent: "399.5" } },
      [],
    ],
    [
      "inconsistent",
      {
        total: "100.5",
        available: "98",
        held: "4",
        holds: [{ id: "run_a", amount: "5.5" }],
        lifetime: { deposited: "500", spent: "399.5" },
      },
      ["inconsistent /wallet/balance", "inconsistent /wallet/totalLocked"],
    ],
    ["data-envelope", documented, ["alternate_shape /data/wallet"]],
    ["bare", three, ["alternate_shape "]],
    ["three-fields", three, []],
    ["string-numbers", documented, []],
    [
      "null-fields",
      { total: "100.5", available: "95" },
      [
        "null_field /wallet/totalLocked",
        "null_field /wallet/pendingLocks",
        "null_field /wallet/walletAddress",
      ],
    ],
  ])("reads %s", async (name, amounts, issues) => {
    const snapshot = await decodeExample(name);
    expect(amountsOf(snapshot.balances[0])).toEqual(amounts);
    expect(issuesOf(snapshot)).toEqual(issues);
  });

  it("names the account where the wallet is wrapped, and none where none is named", async () => {
    const { account } = await decodeExample("data-envelope");
    expect(account).toEqual({ ref: "glyphrun", id: "did:privy:abc123", address });
    expect((await decodeExample("bare")).account).toEqual({ ref: "glyphrun" });
  });

  it("finds no balance in a wallet that holds nothing, rather than one of zero", async () => {
    await expect(decodeExample("no-wallet")).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  });
});

it.each([
  ["error-in-success", 200, "vendor_error"],
  ["null-body", 200, "bad_response"],
  ["documented", 401, "unauthenticated"],
  ["documented", 404, "not_found"],
  ["rate-limited", 429, "rate_limited"],
  ["null-body", 500, "server_error"],
])("throws for %s under %i", async (name, status, code) => {
  await expect(decodeExample(name, status)).rejects.toMatchObject({
    name: "BalanceError",
    code,
    httpStatus: status,
  });
});

describe("an account", () => {
  it("reads the mock with a token asked for anew", async () => {
    await using mock = await startMock("glyphrun");
    const account = glyphrunAccount({ token: async () => "example-token", baseUrl: mock.url, ref: "agents" });
    const snapshot = await readBalance(account);
    expect(snapshot.account.ref).toBe("agents");
    expect(amountsOf(snapshot.balances[0])).toEqual(documented);
  });

  it("keeps every digit that came over the wire, through a client of the caller's", async () => {
    await using server = await startFaultServer(
      replyJson('{"wallet":{"balance":0.10000000000000000001,"availableBalance":1e-7}}'),
    );
    const client = createGlyphrunClient({ token: "example-token", baseUrl: server.url });
    const snapshot = await readBalance(glyphrunAccount({ client }));
    expect(amountsOf(snapshot.balances[0])).toEqual({
      total: "0.10000000000000000001",
      available: "0.0000001",
    });
  });

  it("is in the token that the caller names", () => {
    const asset = { ...usdc, id: "eip155:84532/erc20:0x036cbd53842c5426634e7929541ec2318f3dcf7e" };
    const text = '{"wallet":{"balance":1,"availableBalance":1}}';
    const { balances } = decodeGlyphrunBalance({ status: 200, text, fetchedAt }, { asset });
    expect(balances[0]).toMatchObject({ asset, assetFrom: "option" });
  });
});

import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { createXaiClient } from "@openbalance/xai";
import { describe, expect, it } from "vitest";
import {
  decodeXaiBalance,
  isBalanceError,
  readBalance,
  xaiAccount,
  type XaiSnapshot,
} from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" };
const teamId = "11111111-2222-4333-8444-555555555555";

function decode(text: string): XaiSnapshot {
  return decodeXaiBalance({ status: 200, text, fetchedAt });
}

async function decodeExample(name: string): Promise<XaiSnapshot> {
  const { status, text } = await loadExample("xai", "getPrepaidBalance", name);
  return decodeXaiBalance({ status, text, fetchedAt });
}

describe("the ledger of xAI, which is kept in cents and from its own side", () => {
  it.each([
    ["typical", "42.17"],
    ["zero", "0"],
    ["negative", "-3.05"],
    ["few-cents", "0.07"],
    ["failed-top-up", "10"],
    ["many-digits", "90071992547409.93"],
    ["number", "42.17"],
  ])("reads %s as %s US dollars of the team's and finds nothing odd", async (name, total) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toEqual({ asset: usd, total, assetFrom: "docs" });
    expect(snapshot.issues).toEqual([]);
  });

  it("says where the total stands, as it is written, and how it is counted", async () => {
    const [balance] = (await decodeExample("typical")).balances;
    expect(balance?.provenance).toEqual({
      "/total": {
        kind: "reported",
        path: "/total/val",
        text: "-4217",
        precision: "source",
        scale: -2,
        negated: true,
      },
    });
  });

  it("adds no change to the total, or it would count what was spent twice", () => {
    const changes = [{ changeOrigin: "SPEND", amount: { val: "783" } }];
    expect(rowOf(decode(JSON.stringify({ changes, total: { val: "-4217" } }))).total).toBe("42.17");
    expect(rowOf(decode('{"total":{"val":"-4217"}}')).total).toBe("42.17");
  });

  it("calls nothing available, since what the month has used is not posted yet", async () => {
    const row = rowOf(await decodeExample("typical"));
    expect(row).not.toHaveProperty("available");
    expect(row).not.toHaveProperty("pending");
    expect(row).not.toHaveProperty("lifetime");
  });

  it("takes the caller's asset where one is given, and says so", () => {
    const eur = { kind: "fiat", code: "EUR", id: "iso4217:EUR" } as const;
    const reply = { status: 200, text: '{"total":{"val":"-100"}}', fetchedAt };
    expect(rowOf(decodeXaiBalance(reply, { asset: eur }))).toEqual({
      asset: eur,
      total: "1",
      assetFrom: "option",
    });
  });
});

describe("the team", () => {
  it("is the id of the account where it is known", () => {
    const reply = { status: 200, text: '{"total":{"val":"-100"}}', fetchedAt };
    expect(decodeXaiBalance(reply, { ref: "prod", teamId }).account).toEqual({
      ref: "prod",
      id: teamId,
      scope: "team",
    });
    expect(decodeXaiBalance(reply).account).toEqual({ ref: "xai", scope: "team" });
  });

  it.each([[""], [undefined], [5], ["."], [".."]])("is refused before a request as %j", (odd) => {
    const create = (): unknown => xaiAccount({ managementKey: "k", teamId: odd as string });
    expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "xai" }));
    expect(create).toThrow(/teamId/);
  });

  it("cannot lead to another path", async () => {
    await using server = await startFaultServer(replyJson({ total: { val: "-1" } }));
    await readBalance(xaiAccount({ managementKey: "k", teamId: "../a/b?c", baseUrl: server.url }));
    expect(server.requests[0]?.rawUrl).toBe("/v1/billing/teams/..%2Fa%2Fb%3Fc/prepaid/balance");
  });
});

describe("replies that are no balance", () => {
  it.each(["total-without-value", "no-total", "null-value", "not-a-number", "says-nothing"])(
    "takes %s for a bad response, and never for a zero",
    async (name) => {
      await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
    },
  );

  it.each(["[]", '"-4217"', "{", "", '{"total":"-4217"}', '{"total":{"val":true}}', '{"total":{"val":""}}'])(
    "takes %s for a bad response",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
    },
  );

  it("throws what the vendor refused, without a request", async () => {
    const replies = await loadReplies("xai");
    const refusals = replies.filter(({ status }) => status !== 200);
    expect(refusals.length).toBeGreaterThan(8);
    for (const { status, text } of refusals) {
      expect(() => decodeXaiBalance({ status, text, fetchedAt })).toThrow(
        expect.objectContaining({ name: "BalanceError", httpStatus: status, attempts: 0 }),
      );
    }
  });
});

describe("an account", () => {
  it("is read over the network and named after its team", async () => {
    await using mock = await startMock("xai");
    const account = xaiAccount({ managementKey: "k", teamId, baseUrl: mock.url, ref: "prod" });
    const snapshot = await readBalance(account);
    expect(rowOf(snapshot).total).toBe("42.17");
    expect(snapshot.account).toEqual({ ref: "prod", id: teamId, scope: "team" });
    expect(issuesOf(snapshot)).toEqual([]);
  });

  it("is read through a client that exists already", async () => {
    await using mock = await startMock("xai");
    const client = createXaiClient({ managementKey: "k", baseUrl: mock.url });
    expect(rowOf(await readBalance(xaiAccount({ client, teamId }))).total).toBe("42.17");
  });

  it("keeps its key out of an error that quotes it", async () => {
    const secret = "xai-s3cr3t-0123456789";
    const body = { code: "unauthenticated", error: `Incorrect key: ${secret}` };
    await using server = await startFaultServer(replyJson(body, { status: 401 }));
    const account = xaiAccount({ managementKey: secret, teamId, baseUrl: server.url });
    const error: unknown = await readBalance(account).catch((thrown: unknown) => thrown);
    expect(isBalanceError(error) && error.code).toBe("unauthenticated");
    expect(JSON.stringify(error) + String(error)).not.toContain(secret);
  });
});

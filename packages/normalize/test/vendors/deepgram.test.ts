import { loadExample, loadReplies, replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { createDeepgramClient } from "@openbalance/deepgram";
import { describe, expect, it } from "vitest";
import {
  decodeDeepgramBalance,
  deepgramAccount,
  isBalanceError,
  readBalance,
  type DeepgramDecodeOptions,
  type DeepgramSnapshot,
} from "../../src/index.ts";
import { issuesOf, rowOf } from "./snapshot-views.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const usd = { kind: "fiat", code: "USD", id: "iso4217:USD" };
const projectId = "3f1c0000-0000-4000-8000-000000000001";
const first = "4d8f0a52-0000-4000-8000-000000000001";
const second = "4d8f0a52-0000-4000-8000-000000000002";

function decode(text: string, options?: DeepgramDecodeOptions): DeepgramSnapshot {
  return decodeDeepgramBalance({ status: 200, text, fetchedAt }, options);
}

async function decodeExample(name: string, options?: DeepgramDecodeOptions): Promise<DeepgramSnapshot> {
  return decode((await loadExample("deepgram", "listProjectBalances", name)).text, options);
}

function purchase(orders: unknown): DeepgramDecodeOptions {
  return { purchases: { status: 200, text: JSON.stringify({ orders }), fetchedAt } };
}

describe("the balances of a project", () => {
  it("are the parts of one row of money, added up digit for digit", async () => {
    const snapshot = await decodeExample("typical");
    expect(rowOf(snapshot)).toEqual({
      asset: usd,
      total: "117.06822227",
      parts: [
        { kind: "other", id: first, amount: "104.56822227" },
        { kind: "other", id: second, amount: "12.5" },
      ],
    });
    expect(snapshot.issues).toEqual([]);
    expect(snapshot.balances[0]?.provenance["/total"]).toEqual({
      kind: "derived",
      formula: "sum(parts.amount)",
      from: ["/parts/0/amount", "/parts/1/amount"],
    });
  });

  it("are zero dollars where the list is empty, as the documents say and no number does", async () => {
    const snapshot = await decodeExample("nothing-left");
    const documentedAt = "https://developers.deepgram.com/reference/manage/billing/list";
    expect(snapshot.balances).toEqual([
      {
        asset: { kind: "fiat", code: "USD", id: "iso4217:USD" },
        kind: "funds",
        total: "0",
        assetFrom: "docs",
        provenance: { "/total": { kind: "documented", path: "/balances", documentedAt } },
      },
    ]);
    expect(snapshot.issues).toEqual([]);
  });

  it.each([
    ["zero", "0"],
    ["negative", "-0.25"],
    ["text-amount", "104.56822227"],
    ["letter-case", "3.3"],
  ])("come to what is stated: %s is %s", async (name, total) => {
    const snapshot = await decodeExample(name);
    expect(rowOf(snapshot)).toMatchObject({ asset: usd, total });
    expect(snapshot.issues).toEqual([]);
  });

  it("without an amount is not an empty one, and nothing is added up", async () => {
    const snapshot = await decodeExample("missing-amount");
    expect(rowOf(snapshot)).toEqual({
      asset: usd,
      parts: [
        { kind: "other", id: first, amount: "7.5" },
        { kind: "other", id: second },
      ],
    });
    expect(issuesOf(snapshot)).toEqual(["missing_field /balances/1/amount"]);
  });

  it("of different units are never added", async () => {
    const { balances, issues } = await decodeExample("two-units");
    expect(balances.map(({ asset, total }) => [asset.id, total])).toEqual([
      ["iso4217:USD", "5"],
      ["deepgram:unknown:hours", "12.25"],
    ]);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(["unknown_asset /balances/1/units"]);
  });

  it("that name no unit are kept, and not added", async () => {
    const snapshot = await decodeExample("no-units");
    expect(rowOf(snapshot)).not.toHaveProperty("total");
    expect(rowOf(snapshot).parts?.map(({ amount }) => amount)).toEqual(["7.5", "1.5"]);
    expect(rowOf(snapshot).asset).toEqual({ kind: "unknown", id: "deepgram:unknown" });
  });
});

describe("when a balance ends", () => {
  const order = "8a1b0c3d-0000-4000-8000-000000000009";

  it("is taken from its order, and is absent where that names no time", async () => {
    const { text } = await loadExample("deepgram", "listProjectPurchases", "typical");
    const snapshot = await decodeExample("typical", { purchases: { status: 200, text, fetchedAt } });
    expect(rowOf(snapshot).parts?.map((part) => part.expiresAt)).toEqual([
      "2027-10-01T00:00:00.000Z",
      undefined,
    ]);
    expect(rowOf(snapshot).parts?.[1]).not.toHaveProperty("expiresAt");
  });

  it("is in UTC", async () => {
    const options = purchase([{ order_id: order, expiration: "2027-10-01T02:00:00+02:00" }]);
    expect(rowOf(await decodeExample("typical", options)).parts?.[0]?.expiresAt).toBe(
      "2027-10-01T00:00:00.000Z",
    );
  });

  it.each(["2027", "soon", "", null, 5])("is absent where the order says %j", async (expiration) => {
    const options = purchase([{ order_id: order, expiration }]);
    expect(rowOf(await decodeExample("typical", options)).parts?.[0]).not.toHaveProperty("expiresAt");
  });

  it("takes purchases that cannot be read for a bad response, not for balances without an end", async () => {
    await expect(decodeExample("typical", purchase("none"))).rejects.toMatchObject({ code: "bad_response" });
    const refused = { status: 403, text: "{}", fetchedAt };
    await expect(decodeExample("typical", { purchases: refused })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("replies that are no balances", () => {
  it.each(["no-balances", "no-amounts"])(
    "takes %s for a bad response, and never for a zero",
    async (name) => {
      await expect(decodeExample(name)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
    },
  );

  it.each(["null", "[]", "{", "", '{"balances":{}}', '{"balances":null}', '{"balances":[null]}'])(
    "takes %s for a bad response",
    (text) => {
      expect(() => decode(text)).toThrow(expect.objectContaining({ code: "bad_response" }));
    },
  );

  it("throws what the vendor refused, without a request", async () => {
    const refusals = (await loadReplies("deepgram")).filter(({ status }) => status !== 200);
    expect(refusals.length).toBeGreaterThan(10);
    for (const { status, text } of refusals) {
      expect(() => decodeDeepgramBalance({ status, text, fetchedAt })).toThrow(
        expect.objectContaining({ name: "BalanceError", httpStatus: status, attempts: 0 }),
      );
    }
  });
});

describe("an account", () => {
  it("is read with one request, and named after its project", async () => {
    await using server = await startFaultServer(replyJson({ balances: [] }));
    const account = deepgramAccount({ apiKey: "k", projectId, baseUrl: server.url, ref: "prod" });
    expect((await readBalance(account)).account).toEqual({ ref: "prod", id: projectId, scope: "project" });
    expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual([`/v1/projects/${projectId}/balances`]);
  });

  it("is read with its purchases where that is asked for", async () => {
    await using mock = await startMock("deepgram");
    const client = createDeepgramClient({ apiKey: "k", baseUrl: mock.url });
    const snapshot = await readBalance(deepgramAccount({ client, projectId, withExpiry: true }));
    expect(rowOf(snapshot).parts?.[0]?.expiresAt).toBe("2027-10-01T00:00:00.000Z");
  });

  it("asks for as many orders as one page may have, since ten are the default", async () => {
    await using server = await startFaultServer(replyJson({ balances: [] }), replyJson({ orders: [] }));
    await readBalance(deepgramAccount({ apiKey: "k", projectId, baseUrl: server.url, withExpiry: true }));
    expect(server.requests[1]?.rawUrl).toBe(`/v1/projects/${projectId}/purchases?limit=1000`);
  });

  it.each([[""], [undefined], [5], [".."]])("refuses the project %j before it is read", (odd) => {
    const create = (): unknown => deepgramAccount({ apiKey: "k", projectId: odd as string });
    expect(create).toThrow(/projectId/);
  });

  it.each([["yes"], ["true"], [1], [null]])("refuses %j where the purchases are wanted or not", (odd) => {
    // What only plain JavaScript can hand in.
    const options = { apiKey: "k", projectId, withExpiry: odd as unknown as boolean };
    expect(() => deepgramAccount(options)).toThrow("`withExpiry` must be true or false");
  });

  it("keeps its key out of an error that quotes it", async () => {
    const secret = "dg-s3cr3t-0123456789";
    const body = { err_code: "INVALID_AUTH", err_msg: `no such key: ${secret}` };
    await using server = await startFaultServer(replyJson(body, { status: 401 }));
    const account = deepgramAccount({ apiKey: secret, projectId, baseUrl: server.url });
    const error: unknown = await readBalance(account).catch((thrown: unknown) => thrown);
    expect(isBalanceError(error) && error.code).toBe("unauthenticated");
    expect(JSON.stringify(error) + String(error)).not.toContain(secret);
  });
});

import { listVendors, loadSpec } from "@openbalance/specs";
import { createTelnyxClient } from "@openbalance/telnyx";
import { fields as telnyx } from "@openbalance/telnyx/fields";
import { loadReplies, replyJson, replyText, startFaultServer } from "@openbalance/testing";
import { describe, expect, it, vi } from "vitest";
import { findDrift, watchDrift, type Drift, type FieldTable } from "../src/drift.ts";
import { readBalance, telnyxAccount } from "../src/index.ts";

const brokenHook = (): never => {
  throw new Error("the hook is broken");
};
const unknownIn = (drift: readonly Drift[]): readonly string[] => {
  return drift.filter(({ code }) => code === "unknown_field").map(({ path }) => path);
};

it.each(await listVendors())("%s: the usual replies hold nothing that the fields lack", async (vendor) => {
  const { fields } = (await import(`@openbalance/${vendor}/fields`)) as { readonly fields: FieldTable };
  const reads = await readsOf(vendor);
  const successes = (await loadReplies(vendor)).filter(
    ({ operationId, status }) => reads.has(operationId) && status === 200,
  );
  const named = successes.filter(({ name = "" }) => ["documented", "typical"].includes(name));
  // The first is what the mock answers unless asked for another.
  const usual = named.length > 0 ? named : successes.slice(0, 1);
  expect(usual.length).toBeGreaterThan(0);
  for (const { operationId, body } of usual) {
    const operation = reads.get(operationId) ?? "";
    expect(Object.keys(fields)).toContain(operation);
    expect(unknownIn(findDrift(fields, operation, body))).toEqual([]);
  }
});

/** Calls such as `GET /balance`, by their ids in the description. */
async function readsOf(vendor: string): Promise<ReadonlyMap<unknown, string>> {
  const { paths } = await loadSpec(vendor);
  const reads = Object.entries(paths).map(([path, { get }]) => {
    return [Reflect.get(Object(get), "operationId"), `GET ${path}`] as const;
  });
  return new Map(reads);
}

const table: FieldTable = {
  "GET /balance": {
    "/id": "always",
    "/note": "optional",
    "/rows": "optional",
    "/rows/~*": "optional",
    "/rows/~*/amount": "always",
    "/rows/~*/a~1b": "optional",
    "/locks": "optional",
    "/locks/~*": "open",
  },
};
const drift = (body: unknown): readonly Drift[] => findDrift(table, "GET /balance", body);

describe("drift", () => {
  it("names what is new and what is gone by place, never by value", () => {
    expect(drift({ note: "x", fee: 5, rows: [], locks: {} })).toEqual([
      { code: "unknown_field", path: "/fee" },
      { code: "missing_field", path: "/id", presence: "always" },
    ]);
  });

  it("names a place in a list once, however long the list is", () => {
    const rows = [{ amount: 1, "a/b": 1, fee: 1 }, { amount: 2, "a/b": 1, fee: 2 }, { "a/b": 1 }];
    expect(drift({ id: 1, note: "", locks: {}, rows })).toEqual([
      { code: "unknown_field", path: "/rows/~*/fee" },
      { code: "missing_field", path: "/rows/~*/amount", presence: "always" },
    ]);
  });

  it("says of what may be absent that it may", () => {
    expect(drift({ id: 1 }).map(({ path, presence }) => `${path} ${presence}`)).toEqual([
      "/note optional",
      "/rows optional",
      "/locks optional",
    ]);
  });

  it("takes every name and every depth below what is open", () => {
    expect(unknownIn(drift({ id: 1, locks: { run_1: { deep: [{ deeper: 1 }] } } }))).toEqual([]);
  });

  it("does not repeat a name that could be data", () => {
    const body = {
      id: 1,
      "0x1234567890abcdef": 1,
      "me@acme.example/x": 1,
      [`k${"x".repeat(80)}`]: 1,
      "9f8e": 1,
    };
    expect(unknownIn(drift(body))).toEqual(["/~*"]);
  });

  it.each([null, 5, "text", true, undefined])("has nothing to say of %j", (body) => {
    expect(drift(body)).toEqual([]);
  });

  it("has nothing to say of a call that is not in the table, nor of members of Object", () => {
    expect(findDrift(table, "GET /other", { fee: 1 })).toEqual([]);
    expect(findDrift(table, "toString", { fee: 1 })).toEqual([]);
    expect(unknownIn(drift(JSON.parse('{"id":1,"__proto__":{},"constructor":1}')))).toEqual([
      "/__proto__",
      "/constructor",
    ]);
  });

  it("survives a reply that nests deeper than a stack", () => {
    const nested: unknown = JSON.parse(
      `${'{"id":1,"deep":'.repeat(1)}${"[".repeat(5_000)}${"]".repeat(5_000)}}`,
    );
    expect(unknownIn(drift(nested))).toEqual(["/deep"]);
  });
});

describe("a watched client", () => {
  const data = { record_type: "balance", balance: "1.00", surprise: "s3cr3t" };

  it("reads as before and tells what it found", async () => {
    await using server = await startFaultServer(replyJson({ data }));
    const onDrift = vi.fn<(report: unknown) => void>();
    const client = watchDrift(createTelnyxClient({ apiKey: "k", baseUrl: server.url }), telnyx, onDrift);
    const { balances } = await readBalance(telnyxAccount({ client }));
    expect(balances[0]?.total).toBe("1");
    expect(onDrift).toHaveBeenCalledExactlyOnceWith({
      operation: "GET /balance",
      drift: expect.arrayContaining([{ code: "unknown_field", path: "/data/surprise" }]),
    });
    expect(JSON.stringify(onDrift.mock.calls)).not.toContain("s3cr3t");
  });

  it("is quiet when all is as described, and for a call that fails", async () => {
    const described = {
      data: {
        record_type: "balance",
        pending: "0",
        balance: "1",
        credit_limit: "0",
        available_credit: "1",
        currency: "USD",
      },
    };
    await using server = await startFaultServer(replyJson(described), replyText("{", { status: 403 }));
    const onDrift = vi.fn<(report: unknown) => void>();
    const client = watchDrift(createTelnyxClient({ apiKey: "k", baseUrl: server.url }), telnyx, onDrift);
    expect((await client.GET("/balance")).data).toEqual(described);
    await expect(client.GET("/balance")).rejects.toMatchObject({ code: "forbidden" });
    expect(onDrift).not.toHaveBeenCalled();
  });

  it("is not disturbed by a hook that throws", async () => {
    await using server = await startFaultServer(replyJson({ data }));
    const client = watchDrift(createTelnyxClient({ apiKey: "k", baseUrl: server.url }), telnyx, brokenHook);
    await expect(client.GET("/balance")).resolves.toMatchObject({ data: { data } });
  });
});

import { inspect } from "node:util";
import { BalanceError } from "@openbalance/http";
import { neverAnswer, replyJson, startFaultServer, status } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { BalanceRow } from "../src/decode/balance-row.ts";
import { defineVendor, type DefinedVendor } from "../src/define/define-vendor.ts";
import type { EndpointOptions } from "../src/define/endpoint-reader.ts";
import { readBalance } from "../src/read/read-balance.ts";
import type { EndpointDefinition } from "../src/define/vendor-definition.ts";
import type { SnapshotContent, SuccessReply } from "../src/decode/vendor-reply.ts";
import { configMessage } from "./config-error.ts";
import { fiat } from "./snapshots.ts";

const fetchedAt = "2026-11-22T00:00:00Z";
const secret = "sk_live_0123456789";

function decode({ root }: SuccessReply): SnapshotContent {
  const row = new BalanceRow();
  const total = row.reported("/total", root.member("total").amount());
  return { balances: [row.finish(fiat("USD"), { total })], account: { id: root.member("id").text() } };
}

type Definition = EndpointDefinition<"acme", "/wallets/{walletId}/balance", "apiKey">;

const definition: Definition = {
  vendor: "acme",
  baseUrl: "https://api.acme.example/v1",
  path: "/wallets/{walletId}/balance",
  credentials: ["apiKey"],
  authorize: (request, { apiKey }) => {
    request.headers["authorization"] = `Bearer ${apiKey}`;
  },
  decode,
};

const acme: DefinedVendor<"acme", EndpointOptions<"/wallets/{walletId}/balance", "apiKey">> = defineVendor(
  definition,
);

async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

/** What a decoder makes of one reply, or throws. */
function decodedBy(own: (reply: SuccessReply) => unknown): Promise<unknown> {
  const vendor = defineVendor({ ...definition, decode: own as Definition["decode"] });
  return thrownBy(() =>
    vendor.decodeBalance({ status: 200, fetchedAt, text: '{"total":5,"key":"sk_live_1"}' }),
  );
}

describe("a vendor with an endpoint", () => {
  it("is read with its credential, called anew for every attempt", async () => {
    await using server = await startFaultServer(status(503), replyJson('{"id":"w1","total":1.10}'));
    let calls = 0;
    const apiKey = async (): Promise<string> => `${secret}${(calls += 1)}`;
    const account = acme.account({ apiKey, walletId: "w 1", baseUrl: server.url, ref: "prod" });
    expect(await readBalance(account)).toMatchObject({
      vendor: "acme",
      account: { ref: "prod", id: "w1" },
      balances: [{ total: "1.1", provenance: { "/total": { text: "1.10" } } }],
    });
    expect(server.requests.map(({ rawUrl, headers }) => [rawUrl, headers.authorization])).toEqual([
      ["/wallets/w%201/balance", `Bearer ${secret}1`],
      ["/wallets/w%201/balance", `Bearer ${secret}2`],
    ]);
  });

  it("leaves the error code to the HTTP status unless it reads problems itself", async () => {
    await using server = await startFaultServer(status(403));
    const account = acme.account({ apiKey: secret, walletId: "w1", baseUrl: server.url });
    const error = await thrownBy(() => readBalance(account));
    expect(error).toMatchObject({ code: "forbidden", account: "acme", attempts: 1 });
    expect(inspect(error)).not.toContain(secret);
  });

  it("keeps the deadlines of the transport", async () => {
    await using server = await startFaultServer(neverAnswer());
    const options = {
      apiKey: secret,
      walletId: "w1",
      baseUrl: server.url,
      timeoutMs: 60,
      retry: false,
    } as const;
    expect(await thrownBy(() => readBalance(acme.account(options)))).toMatchObject({ code: "timeout" });
  });

  it.each([
    ["options", undefined],
    ["`apiKey`", { walletId: "w1" }],
    ["`apiKey`", { apiKey: "two words", walletId: "w1" }],
    ["`walletId`", { apiKey: secret }],
    ["`walletId`", { apiKey: secret, walletId: ".." }],
    ["`walletID`", { apiKey: secret, walletId: "w1", walletID: "w1" }],
    ["`ref`", { apiKey: secret, walletId: "w1", ref: "" }],
    ["`baseUrl`", { apiKey: secret, walletId: "w1", baseUrl: "http://acme.example" }],
    ["`timeoutMs`", { apiKey: secret, walletId: "w1", timeoutMs: 0 }],
  ])("refuses an account with wrong %s before any request", async (name, options) => {
    // What only plain JavaScript can hand in.
    const message = await configMessage(() => acme.account(options as never));
    expect(message).toContain(name);
    expect(message).toMatch(/^acme: /);
  });
});

describe("a vendor that is asked by a function", () => {
  const ledger = defineVendor({
    vendor: "ledger",
    request: async ({ file }: { readonly file: string }, signal) => {
      signal.throwIfAborted();
      if (file === "stuck") await new Promise(() => undefined);
      if (file.startsWith("sk_")) throw new TypeError(`cannot open ${file}`);
      if (file === "refused")
        throw new BalanceError({ code: "forbidden", vendor: "ledger", message: "ledger: no" });
      return { status: 200, text: `{"total":"${file}"}` };
    },
    decode,
  });

  it("takes the function's own options, a label and a deadline", async () => {
    const account = ledger.account({ file: "12.50", ref: "books" });
    expect(await readBalance(account)).toMatchObject({
      account: { ref: "books" },
      balances: [{ total: "12.5" }],
    });
    const error = await thrownBy(() => readBalance(ledger.account({ file: "stuck", timeoutMs: 30 })));
    expect(error).toMatchObject({ code: "timeout", retryable: true, account: "ledger" });
  });

  it("passes a BalanceError on, and of anything else repeats no option", async () => {
    expect(await thrownBy(() => readBalance(ledger.account({ file: "refused" })))).toMatchObject({
      code: "forbidden",
    });
    const error = await thrownBy(() => readBalance(ledger.account({ file: secret })));
    expect(error).toMatchObject({ code: "vendor_error", cause: { message: "cannot open [redacted]" } });
    expect(inspect(error)).not.toContain(secret);
  });

  it("is aborted by the caller, even where the function heeds no signal", async () => {
    const controller = new AbortController();
    const reading = thrownBy(() =>
      readBalance(ledger.account({ file: "stuck" }), { signal: controller.signal }),
    );
    controller.abort();
    expect(await reading).toMatchObject({ code: "aborted", account: "ledger" });
  });

  it("refuses what is no response", async () => {
    const broken = defineVendor({
      vendor: "broken",
      request: async () => ({ status: 200 }) as never,
      decode,
    });
    expect(await configMessage(() => readBalance(broken.account({})))).toContain("`text`");
  });
});

describe("a decoder of the caller's own", () => {
  it("that throws makes a bad_response, which repeats no word of it", async () => {
    const error = await decodedBy(() => {
      throw new SyntaxError("cannot convert sk_live_1 to a BigInt");
    });
    expect(error).toBeInstanceOf(BalanceError);
    expect(error).toMatchObject({ code: "bad_response", vendor: "acme", httpStatus: 200 });
    expect(inspect(error)).not.toContain("sk_live_1");
  });

  it("may say itself why a reply is no balance", async () => {
    const error = await decodedBy(({ badResponse }) => {
      throw badResponse("/wallet is no object");
    });
    expect(error).toMatchObject({ code: "bad_response", message: "acme: /wallet is no object" });
  });

  it("cannot make a balance of a reply without amounts, but may find that there is none", async () => {
    const empty = new BalanceRow().finish(fiat("USD"), {});
    expect(await decodedBy(() => ({ balances: [empty] }))).toMatchObject({ code: "bad_response" });
    expect(await decodedBy(() => ({ balances: [] }))).toMatchObject({ balances: [] });
  });

  it.each([
    ["`balances`", undefined],
    ["`balances`", { balances: {} }],
    ["`balances[0]`", { balances: [null] }],
    ["`balances[0]`", { balances: [{ asset: "USD", provenance: {} }] }],
    ["`balances[0].total`", { balances: [{ asset: fiat("USD"), total: 5, provenance: { "/total": {} } }] }],
    [
      "`balances[0].total`",
      { balances: [{ asset: fiat("USD"), total: "5.00", provenance: { "/total": {} } }] },
    ],
    ["`balances[0].total`", { balances: [{ asset: fiat("USD"), total: null, provenance: {} }] }],
    ["provenance", { balances: [{ asset: fiat("USD"), total: "5", provenance: {} }] }],
    ["`balances[0].asset.id`", { balances: [{ asset: { ...fiat("USD"), id: "\ud800" }, provenance: {} }] }],
    [
      "`balances[0].asset.code`",
      { balances: [{ asset: { kind: "coin", code: "B".repeat(1_001), id: "acme:B" }, provenance: {} }] },
    ],
    ["`balances[0].pool.id`", { balances: [{ asset: fiat("USD"), pool: { id: "\ud800" }, provenance: {} }] }],
    ["`balances[0].pool`", { balances: [{ asset: fiat("USD"), pool: { name: "cards" }, provenance: {} }] }],
  ])("is told about %s where it gives no balance", async (name, content) => {
    const error = await decodedBy(() => content);
    expect(error).toMatchObject({ code: "config", message: expect.stringContaining(name) });
  });

  it("gets a label, and no other option", async () => {
    const reply = { status: 200, fetchedAt, text: '{"total":5}' };
    expect(acme.decodeBalance(reply, { ref: "prod" }).account.ref).toBe("prod");
    expect(await configMessage(() => acme.decodeBalance(reply, { ref: "" }))).toContain("`ref`");
    expect(await configMessage(() => acme.decodeBalance(reply, { asset: {} } as object))).toContain(
      "`asset`",
    );
  });
});

describe("a definition", () => {
  it.each([
    ["`definition`", undefined],
    ["`url`", { ...definition, url: "https://acme.example" }],
    ["`vendor`", { ...definition, vendor: "Acme Inc" }],
    ["`baseUrl`", { ...definition, baseUrl: "ftp://acme.example" }],
    ["`path`", { ...definition, path: "balance" }],
    ["`credentials`", { ...definition, credentials: "apiKey" }],
    ["`authorize`", { ...definition, authorize: { "x-api-key": "k" } }],
    ["`decode`", { ...definition, decode: undefined }],
    ["`readProblem`", { ...definition, readProblem: {} }],
    ["`walletId`", { ...definition, credentials: ["walletId"] }],
    ["`timeoutMs`", { ...definition, credentials: ["timeoutMs"] }],
    ["`request`", { vendor: "acme", decode, request: "GET" }],
    ["`path`", { vendor: "acme", decode, request: async () => ({}), path: "/balance" }],
  ])("that is wrong is refused, naming %s", async (name, wrong) => {
    expect(await configMessage(() => defineVendor(wrong as unknown as Definition))).toContain(name);
  });
});

import { createTelnyxClient } from "@openbalance/telnyx";
import { fields as telnyx } from "@openbalance/telnyx/fields";
import { replyJson, startFaultServer } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { BalanceRow } from "../../src/decode/balance-row.ts";
import { defineVendor } from "../../src/define/define-vendor.ts";
import { watchDrift, type DriftReport } from "../../src/drift.ts";
import {
  bitfrontAccount,
  glyphrunAccount,
  readBalance,
  telnyxAccount,
  type BalanceAccount,
  type BalanceSnapshot,
} from "../../src/index.ts";
import type { SnapshotContent, SuccessReply } from "../../src/decode/vendor-reply.ts";
import { fiat } from "../snapshots.ts";

const key = "sk_live_7f3a9c2e51d8b604";
const total = "90071992547409931.10";

interface Echoing {
  readonly account: (baseUrl: string) => BalanceAccount;
  readonly reply: string;
  readonly totalAt: string;
}

const echoing: Readonly<Record<string, Echoing>> = {
  telnyx: {
    account: (baseUrl) => telnyxAccount({ apiKey: key, baseUrl }),
    reply: `{"data":{"api_key":"${key}","currency":"${key}","balance":${total}}}`,
    totalAt: "/data/balance",
  },
  glyphrun: {
    account: (baseUrl) => glyphrunAccount({ token: async () => key, baseUrl }),
    reply: `{"wallet":{"balance":${total},"pendingLocks":{"${key}":1}},"user":{"key":"Bearer ${key}"}}`,
    totalAt: "/wallet/balance",
  },
  bitfront: {
    account: (baseUrl) => bitfrontAccount({ apiKey: key, apiSecret: "hmac_0123456789", baseUrl }),
    reply: `{"statusCode":1000,"responseData":[{"currency":"${key}","balance":${total}}]}`,
    totalAt: "/responseData/0/balance",
  },
};

async function readFrom(account: (url: string) => BalanceAccount, reply: string): Promise<BalanceSnapshot> {
  await using server = await startFaultServer(replyJson(reply));
  return await readBalance(account(server.url));
}

describe.each(Object.entries(echoing))("%s puts the key into its reply", (_, { account, reply, totalAt }) => {
  it("and no snapshot holds it, while the amount keeps its digits and its place", async () => {
    const snapshot = await readFrom(account, reply);
    expect(JSON.stringify(snapshot)).not.toContain(key);
    expect(snapshot.raw).toEqual(JSON.parse(reply.replaceAll(/(Bearer )?sk_live_\w+/g, "[redacted]")));
    expect(snapshot.balances[0]?.total).toBe("90071992547409931.1");
    const provenance = { path: totalAt, text: total, precision: "source" };
    expect(snapshot.balances[0]?.provenance["/total"]).toMatchObject(provenance);
  });
});

it("names no key in a report of drift, also where it is the name of a member", async () => {
  await using server = await startFaultServer(replyJson(`{"data":{"${key}":1,"balance":"1"}}`));
  const reports: DriftReport[] = [];
  const client = watchDrift(createTelnyxClient({ apiKey: key, baseUrl: server.url }), telnyx, (report) => {
    reports.push(report);
  });
  await client.GET("/balance");
  expect(reports).toHaveLength(1);
  expect(JSON.stringify(reports)).not.toContain(key);
});

function decode({ root }: SuccessReply): SnapshotContent {
  const row = new BalanceRow();
  return {
    balances: [row.finish(fiat("USD"), { total: row.reported("/total", root.member("total").amount()) })],
  };
}

describe("a vendor of the caller's own that puts the key into its reply", () => {
  it("is known by its credential, whatever the header is called", async () => {
    const acme = defineVendor({
      vendor: "acme",
      baseUrl: "https://api.acme.example",
      path: "/balance",
      credentials: ["apiKey"],
      authorize: ({ headers }, { apiKey }) => void (headers["x-acme"] = `v1,${apiKey}`),
      decode,
    });
    const reply = `{"total":${total},"by":"${key}"}`;
    const snapshot = await readFrom((baseUrl) => acme.account({ apiKey: async () => key, baseUrl }), reply);
    expect(snapshot.raw).toMatchObject({ by: "[redacted]" });
    expect(snapshot.balances[0]?.total).toBe("90071992547409931.1");
  });

  it("is known by the option's name where a function asks, and what names an account stays", async () => {
    const ledger = defineVendor({
      vendor: "ledger",
      request: async ({ apiToken, account }: { readonly apiToken: string; readonly account: string }) => {
        return { status: 200, text: JSON.stringify({ total: "5", by: apiToken, account }) };
      },
      decode,
    });
    const { raw } = await readBalance(ledger.account({ apiToken: key, account: "acc_0123456789" }));
    expect(raw).toEqual({ total: "5", by: "[redacted]", account: "acc_0123456789" });
  });
});

import { replyJson, startFaultServer } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import {
  bitfrontAccount,
  decodeBitfrontBalance,
  decodeGlyphrunBalance,
  glyphrunAccount,
  readBalance,
  sumBalances,
  type BalanceAccount,
} from "../../src/index.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function rowsReply(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    return `{"currency":"C${index}","balance":${index}.10,"availableBalance":0.1}`;
  });
  return `{"statusCode":1000,"responseData":[${rows.join(",")}]}`;
}

function locksReply(count: number): string {
  const locks = Array.from({ length: count }, (_, index) => `"run_${index}":0.01`);
  const locked = count / 100;
  return `{"wallet":{"balance":${locked},"availableBalance":0,"totalLocked":${locked},"pendingLocks":{${locks.join(",")}}}}`;
}

describe("100,000 entries", () => {
  // What grew with the square of the entries would take hours here.
  it("[row 48] are rows, each with its own digits", () => {
    const { balances, issues } = decodeBitfrontBalance({ status: 200, text: rowsReply(100_000), fetchedAt });
    expect(balances.length).toBe(100_000);
    expect(balances[99_999]).toMatchObject({ total: "99999.1", available: "0.1", held: "99999" });
    expect(issues).toEqual([]);
  });

  it("[row 48] are rows that name one asset, all but the first of them flagged, and add up", () => {
    const text = rowsReply(100_000).replaceAll(/"C\d+"/g, '"BTC"');
    const snapshot = decodeBitfrontBalance({ status: 200, text, fetchedAt });
    expect(snapshot.issues.length).toBe(99_999);
    expect(sumBalances([snapshot], "available")[0]?.amount).toBe("10000");
  });

  it("[row 48] are holds that add up", () => {
    const { balances, issues } = decodeGlyphrunBalance({ status: 200, text: locksReply(100_000), fetchedAt });
    expect(balances[0]?.holds?.length).toBe(100_000);
    expect(issues).toEqual([]);
  });
});

describe("over the network", () => {
  it("[row 48] a reply of as many rows as the limit of a body takes is read whole", async () => {
    const text = rowsReply(16_500);
    expect(text.length).toBeGreaterThan(1_000_000);
    await using server = await startFaultServer(replyJson(text));
    const account = bitfrontAccount({ apiKey: "k", apiSecret: "s", baseUrl: server.url });
    expect((await readBalance(account)).balances.length).toBe(16_500);
  });

  it.each([
    ["rows", rowsReply(100_000)],
    ["holds", locksReply(100_000)],
  ])("[row 48] a reply of more %s is refused as too large", async (_, text) => {
    await using server = await startFaultServer(replyJson(text));
    const account: BalanceAccount = text.startsWith('{"wallet"')
      ? glyphrunAccount({ token: "t", baseUrl: server.url })
      : bitfrontAccount({ apiKey: "k", apiSecret: "s", baseUrl: server.url });
    await expect(readBalance(account)).rejects.toMatchObject({ code: "too_large" });
    expect(server.requests.length).toBe(1);
  });
});

import {
  resetBeforeHeaders,
  neverAnswer,
  replyJson,
  startFaultServer,
  startMocks,
  status,
  type Fault,
} from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { readBalances, type BalanceErrorCode } from "../../src/index.ts";
import { wireVendors } from "./wire-vendors.ts";

describe.each(wireVendors)("with $vendor down", (down) => {
  it.each<[how: string, fault: Fault, code: BalanceErrorCode]>([
    ["answers 503", status(503), "unavailable"],
    ["resets the connection", resetBeforeHeaders(), "network"],
    ["never answers", neverAnswer(), "timeout"],
    ["answers with a page", replyJson("<html></html>"), "bad_response"],
  ])("[row 61] one of five that %s is one error beside four balances", async (_, fault, code) => {
    const servers = await Promise.all(
      wireVendors.map((vendor) =>
        startFaultServer(vendor === down ? fault : replyJson(vendor.reply("2", "1"))),
      ),
    );
    try {
      const accounts = wireVendors.map((vendor, index) => vendor.account(servers[index]?.url ?? ""));
      const report = await readBalances(accounts, { accountTimeoutMs: code === "timeout" ? 200 : 20_000 });
      expect(report.complete).toBe(false);
      expect(report.results.map(({ account }) => account.vendor)).toEqual(
        wireVendors.map(({ vendor }) => vendor),
      );
      const failed = report.results.filter((result) => !result.ok);
      expect(failed).toMatchObject([
        { account: { vendor: down.vendor }, error: { code, vendor: down.vendor } },
      ]);
      const read = report.results.flatMap((result) => (result.ok ? result.snapshot.balances[0]?.total : []));
      expect(read).toEqual(["2", "2", "2", "2"]);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  });
});

it("[row 61] all five mocks read at once, but one of them gone, give four snapshots and one error", async () => {
  const vendors = wireVendors.map(({ vendor }) => vendor);
  await using mocks = await startMocks(vendors);
  await using gone = await startFaultServer();
  await gone.close();
  const accounts = wireVendors.map(({ vendor, account }) => {
    return account(vendor === "glyphrun" ? gone.url : (mocks.urls[vendor] ?? ""));
  });
  const { complete, results } = await readBalances(accounts);
  expect(complete).toBe(false);
  expect(results.map(({ ok }) => ok)).toEqual(vendors.map((vendor) => vendor !== "glyphrun"));
  const failed = results.find(({ ok }) => !ok);
  expect(failed).toMatchObject({ error: { code: "network", attempts: 1 } });
});

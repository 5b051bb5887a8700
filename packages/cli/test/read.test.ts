import { startMocks, type Mocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, environmentFor } from "./demo-environment.ts";
import { runCommand } from "./run-command.ts";

const vendors = ["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"] as const;
let mocks: Mocks<(typeof vendors)[number]>;
let refusing: Mocks<(typeof vendors)[number]>;

beforeAll(async () => {
  const prefer = Object.fromEntries(vendors.map((vendor) => [vendor, "code=500"]));
  [mocks, refusing] = await Promise.all([startMocks(vendors), startMocks(vendors, { prefer })]);
});
afterAll(() => Promise.all([mocks.close(), refusing.close()]));

describe("openbalance", () => {
  it("prints one line for every balance of five vendors", async () => {
    const { code, stdout, stderr } = await runCommand([], environmentFor(mocks.urls));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]?.split(/\s+/)).toEqual([
      "VENDOR",
      "ACCOUNT",
      "ASSET",
      "TOTAL",
      "AVAILABLE",
      "HELD",
      "DUE",
      "NOTES",
    ]);
    expect(lines.slice(1).map((line) => line.split(/\s+/).slice(0, 6).join(" "))).toEqual([
      "flexprice flexprice USD 100 87.5 2.5",
      "glyphrun glyphrun USDC 100.5 95 5.5",
      "telnyx telnyx USD 300 400 available",
      "bitfront bitfront BCH 1000000000 1000000000 0",
      "bitfront bitfront XRP 1000003043.7 1000002063.7 980",
      "bitfront bitfront ETH 1000107794.9999858 1000107794.9999858 0",
      "bitfront bitfront BTC 3999974992.35615 3999970806.72614 4185.63001",
      "bitfront bitfront USDT 1000000000 999998671.673 1328.327",
      "bytenite bytenite BYC 1250.75 1000.25 250.5",
      "bytenite bytenite USD 12.5",
    ]);
  });

  it("aligns the amounts of a column on the point", async () => {
    const { stdout } = await runCommand([], environmentFor(mocks.urls));
    const rows = stdout.trimEnd().split("\n").slice(1);
    const ends = rows
      .map((row) => /^\S+\s+\S+\s+\S+\s+(\d+)/.exec(row))
      .filter((match) => match !== null && !match[0].endsWith(" 12"))
      .map((match) => match?.[0].length);
    expect(new Set(ends).size).toBe(1);
  });

  it("prints one JSON document and nothing else on stdout", async () => {
    const { code, stdout, stderr } = await runCommand(["--json"], environmentFor(mocks.urls));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ schema: "balance-report/1", complete: true });
    expect(report).toMatchObject({
      results: [
        { snapshot: { balances: [{ total: "100", available: "87.5", due: "2.5" }] } },
        {
          snapshot: {
            balances: [{ total: "100.5", available: "95", holds: [{ id: "run_abc123", amount: "5.5" }] }],
          },
        },
        { snapshot: { balances: [{ total: "300", available: "400", pending: "10", creditLimit: "100" }] } },
        { snapshot: { balances: [{}, {}, {}, { held: "4185.63001" }, {}] } },
        { snapshot: { account: { id: "acc_7f3a" }, balances: [{ held: "250.5" }, { due: "12.5" }] } },
      ],
    });
    expect(stdout).not.toContain('"raw"');
  });

  it("turns every failure into a line that says why, and exits 4", async () => {
    const { code, stdout } = await runCommand([], environmentFor(refusing.urls));
    expect(code).toBe(4);
    const lines = stdout.trimEnd().split("\n").slice(1);
    expect(
      lines.map((line) => /^(\S+) +\S+ +FAILED (\S+): (GET|POST) \S+ answered 500/.exec(line)?.slice(1, 3)),
    ).toEqual([
      ["flexprice", "server_error"],
      ["glyphrun", "server_error"],
      ["telnyx", "server_error"],
      ["bitfront", "server_error"],
      ["bytenite", "server_error"],
    ]);
  });

  it("makes a missing key a line of its own and reads the others", async () => {
    const { TELNYX_API_KEY: _left, ...environment } = environmentFor(mocks.urls);
    const { code, stdout } = await runCommand([], environment);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^telnyx +telnyx .* FAILED config: TELNYX_API_KEY is not set/m);
    expect(stdout.match(/^bitfront /gm)).toHaveLength(5);
  });

  it("prints no credential, whatever happens", async () => {
    for (const { urls } of [mocks, refusing]) {
      for (const format of [[], ["--json"]]) {
        const { stdout, stderr } = await runCommand(format, environmentFor(urls));
        const { FLEXPRICE_WALLET_ID: _public, ...secrets } = credentials;
        for (const secret of Object.values(secrets)) expect(stdout + stderr).not.toContain(secret);
      }
    }
  });
});

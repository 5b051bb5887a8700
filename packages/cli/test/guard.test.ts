import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { neverAnswer, replyJson, startMock, startMocks, status, type Mocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseThreshold } from "../src/config/threshold.ts";
import { environmentFor } from "./demo-environment.ts";
import { runCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const vendors = ["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"] as const;
let mocks: Mocks<(typeof vendors)[number]>;
let environment: Record<string, string>;

beforeAll(async () => {
  mocks = await startMocks(vendors);
  environment = environmentFor(mocks.urls);
});
afterAll(() => mocks.close());

const guard = (thresholds: readonly string[], ...more: readonly string[]): readonly string[] => [
  "guard",
  ...thresholds.flatMap((threshold) => ["--below", threshold]),
  ...more,
];

describe("openbalance guard", () => {
  it("ends with 0 when nothing is below, exactly at the threshold included", async () => {
    const { code, stdout, stderr } = await runCommand(guard(["telnyx=400", "bitfront:BTC=5"]), environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^\w+ +\w+/gm)).toEqual(["VERDICT  VENDOR", "FINE     telnyx", "FINE     bitfront"]);
  });

  it("ends with 1 when one is below by the last digit", async () => {
    const { code, stdout } = await runCommand(
      guard(["bitfront:BTC=3999970806.726140000000000001"]),
      environment,
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^BELOW +bitfront +bitfront +BTC +available +3999970806\.72614/m);
  });

  it("asks only the vendors that a threshold speaks of", async () => {
    await using untouched = await startTelnyx(telnyxReply("1"));
    const { code } = await runCommand(guard(["glyphrun=1"]), { ...environment, ...untouched.environment });
    expect({ code, requests: untouched.server.requests.length }).toEqual({ code: 0, requests: 0 });
  });

  it.each([
    ["a vendor that does not answer in time", neverAnswer(), 4],
    ["a vendor whose reply has another shape", replyJson({ data: {} }), 4],
    ["a refused key", status(401), 3],
    ["a key that may not", status(403), 3],
  ])("does not take %s for fine", async (_title, fault, expected) => {
    await using telnyx = await startTelnyx(fault);
    const { code, stdout } = await runCommand(guard(["telnyx=20"], "--timeout", "2s"), telnyx.environment);
    expect(code).toBe(expected);
    expect(stdout).toMatch(/^UNKNOWN +telnyx/m);
  });

  it("lets what is not known pass when asked, but not a refused key", async () => {
    await using telnyx = await startTelnyx(replyJson({ data: {} }), status(401));
    const parameters = guard(["telnyx=20"], "--fail-open");
    const unknown = await runCommand(parameters, telnyx.environment);
    const refused = await runCommand(parameters, telnyx.environment);
    expect([unknown.code, refused.code]).toEqual([0, 3]);
    expect(unknown.stdout).toContain("UNKNOWN");
  });

  it("puts a balance that is below before everything that is not known", async () => {
    await using telnyx = await startTelnyx(status(401));
    const { code } = await runCommand(guard(["telnyx=20", "glyphrun=1000"]), {
      ...environment,
      ...telnyx.environment,
    });
    expect(code).toBe(1);
  });

  it("does not take an asset that is not listed, or an amount that is not stated, for none", async () => {
    await using telnyx = await startTelnyx(replyJson({ data: { balance: "1", currency: "USD" } }));
    const { code, stdout } = await runCommand(guard(["bitfront:DOGE=1", "telnyx:USD:pending=1"]), {
      ...environment,
      ...telnyx.environment,
    });
    expect(code).toBe(4);
    expect(stdout).toContain("the vendor lists no DOGE, which is not the same as none left");
    expect(stdout).toContain("the vendor does not state pending");
  });

  it("asks for the asset where several state the amount", async () => {
    const { code, stdout } = await runCommand(guard(["bitfront=1"]), environment);
    expect(code).toBe(4);
    expect(stdout).toContain("the vendor lists BCH, XRP, ETH, BTC, USDT; name one of them");
  });

  it("prints only what is not fine with --quiet", async () => {
    const fine = await runCommand(guard(["telnyx=1"], "--quiet"), environment);
    expect(fine).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("prints one JSON document that names its schema", async () => {
    const { code, stdout } = await runCommand(
      guard(["telnyx=500", "bitfront:DOGE=1"], "--json"),
      environment,
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "balance-guard/1",
      exitCode: 1,
      findings: [
        { verdict: "below", vendor: "telnyx", asset: { code: "USD" }, amount: "400", below: "500" },
        {
          verdict: "unknown",
          reason: "asset_not_known",
          vendor: "bitfront",
          message: expect.stringContaining("DOGE"),
        },
      ],
    });
  });

  it("takes the thresholds of the configuration when the command line has none", async () => {
    await using folder = await temporaryFolder();
    const thresholds = [{ vendor: "telnyx", asset: "iso4217:USD", field: "total", below: "300.01" }];
    await writeFile(join(folder.path, "openbalance.config.json"), JSON.stringify({ thresholds }));
    const { code, stdout } = await runCommand(["guard"], environment, folder.path);
    expect(code).toBe(1);
    expect(stdout).toMatch(/BELOW +telnyx +telnyx +USD +total +300 +300\.01/);
  });

  it("holds a pool of the configuration against the row of that pool alone", async () => {
    await using folder = await temporaryFolder();
    await using mock = await startMock("stripe");
    const variables = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_BASE_URL: mock.url };
    const thresholds = [{ vendor: "stripe", asset: "USD", pool: "issuing", below: "500.01" }];
    await writeFile(join(folder.path, "openbalance.config.json"), JSON.stringify({ thresholds }));
    const { code, stdout } = await runCommand(["guard"], variables, folder.path);
    expect(code).toBe(1);
    expect(stdout).toMatch(/BELOW +stripe +stripe +USD@issuing +available +500 +500\.01/);
  });

  it.each([
    [["guard"], "there is nothing to guard"],
    [guard(["telnix=20"]), "no account is configured for the threshold of telnix; did you mean telnyx?"],
    [guard(["telnyx/prod=20"]), "no account is configured for the threshold of telnyx prod"],
    [guard(["telnyx"]), '"telnyx" is not a threshold'],
    [guard(["telnyx=20 USD"]), "the amount must be a decimal number"],
    [guard(["telnyx:USD:spare=20"]), "the field must be one of left, quota, total, available"],
  ])("ends with 2 for %j", async (parameters, message) => {
    const { code, stdout, stderr } = await runCommand(parameters, environment);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("a threshold of the command line", () => {
  it.each([
    ["telnyx=20", { vendor: "telnyx", field: "left", amount: "20" }],
    ["telnyx/prod=20.50", { vendor: "telnyx", account: "prod", field: "left", amount: "20.5" }],
    ["bitfront:BTC=-1", { vendor: "bitfront", asset: "BTC", field: "left", amount: "-1" }],
    [
      "telnyx/a b:USD:total=0",
      { vendor: "telnyx", account: "a b", asset: "USD", field: "total", amount: "0" },
    ],
    ["telnyx:iso4217:USD=20", { vendor: "telnyx", asset: "iso4217:USD", field: "left", amount: "20" }],
    [
      "glyphrun:eip155:8453/erc20:0x833589:total=1",
      { vendor: "glyphrun", asset: "eip155:8453/erc20:0x833589", field: "total", amount: "1" },
    ],
    ["glyphrun::held=1", { vendor: "glyphrun", field: "held", amount: "1" }],
  ])("%s is read in all its parts", (text, expected) => {
    expect(parseThreshold(text)).toEqual({ ...expected, origin: `--below ${text}` });
  });
});

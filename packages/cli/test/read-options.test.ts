import { startMocks, startFaultServer, status, type Mocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentFor } from "./demo-environment.ts";
import { runCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";

const vendors = ["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"] as const;
let mocks: Mocks<(typeof vendors)[number]>;
let environment: Record<string, string>;

beforeAll(async () => {
  mocks = await startMocks(vendors);
  environment = environmentFor(mocks.urls);
});
afterAll(() => mocks.close());

describe("what is read", () => {
  it("is only what --vendor names, in the usual order", async () => {
    const { code, stdout } = await runCommand(["--vendor", "telnyx,bytenite"], environment);
    expect(code).toBe(0);
    expect(stdout.match(/^\w+/gm)).toEqual(["VENDOR", "telnyx", "bytenite", "bytenite"]);
  });

  it("is only what --account names", async () => {
    const { stdout } = await runCommand(["--account", "glyphrun"], environment);
    expect(stdout.match(/^\w+/gm)).toEqual(["VENDOR", "glyphrun"]);
  });

  it.each([
    [["--vendor", "telnix"], 'there is no vendor "telnix"; did you mean telnyx?'],
    [["--account", "bitfrunt"], 'there is no account "bitfrunt"; did you mean bitfront?'],
    [["--json", "--csv"], "give either --json or --csv, not both"],
    [["--locale", "no such"], "--locale no such is no language that is known"],
    [["--timeout", "10"], '"10" is no duration'],
    [["--jsno"], "No flag registered for --jsno, did you mean --json?"],
    [["raed"], "No command registered for `raed`, did you mean `read`?"],
    [["read", "telnyx"], "Too many arguments"],
  ])("is refused with 2 for %j", async (parameters, message) => {
    const { code, stdout, stderr } = await runCommand(parameters, environment);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("is nothing when no variable is set, and the variables are named", async () => {
    const { code, stdout, stderr } = await runCommand(["--json"], {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("no vendor is configured");
    for (const name of ["TELNYX_API_KEY", "FLEXPRICE_REGION", "GLYPHRUN_TOKEN", "BITFRONT_API_SECRET"]) {
      expect(stderr).toContain(name);
    }
  });

  it("names the variables of a vendor that is known and not configured", async () => {
    const { TELNYX_API_KEY = "", TELNYX_BASE_URL = "" } = environment;
    const { code, stderr } = await runCommand(["--vendor", "bitfront"], { TELNYX_API_KEY, TELNYX_BASE_URL });
    expect(code).toBe(2);
    expect(stderr).toContain("bitfront is not configured; set BITFRONT_API_KEY and BITFRONT_API_SECRET");
  });
});

describe("what is printed", () => {
  it("adds up one asset over accounts, exactly, and says what is missing from the sum", async () => {
    const { code, stdout } = await runCommand(["--sum"], environment);
    expect(code).toBe(0);
    const sums = stdout.split("\n").filter((line) => line.startsWith("sum"));
    expect(sums).toHaveLength(8);
    const usd = sums.find((line) => line.includes(" USD "));
    expect(usd?.split(/\s{2,}/)).toEqual([
      "sum",
      "2 balances",
      "USD",
      "400",
      "487.5",
      "15",
      "left 487.5, credit of telnyx included; due without telnyx; not counted: bytenite (states nothing that is left)",
    ]);
  });

  it("puts the sums into the JSON document too", async () => {
    const { stdout } = await runCommand(["--sum", "--json", "--vendor", "telnyx"], environment);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "balance-report/1",
      sums: [
        {
          asset: { id: "iso4217:USD" },
          sums: { total: "300", available: "400" },
          left: {
            amount: "400",
            counted: [{ vendor: "telnyx", ref: "telnyx", index: 0 }],
            withCredit: [{ vendor: "telnyx", ref: "telnyx", index: 0 }],
            leftOut: [],
          },
        },
      ],
    });
  });

  it("writes amounts as a language does, with the usual digits of a currency and every digit there is", async () => {
    const { stdout } = await runCommand(["--locale", "de", "--vendor", "telnyx,bitfront"], environment);
    expect(stdout).toContain("300,00");
    expect(stdout).toContain("1.000.107.794,9999858");
    const points = ["300,00", "1.000.003.043,7", "1.000.107.794,9999858"].map((amount) => {
      const line = stdout.split("\n").find((each) => each.includes(amount)) ?? "";
      return line.indexOf(amount) + amount.indexOf(",");
    });
    expect(new Set(points).size).toBe(1);
  });

  it("is one CSV record for every balance, and one for a failure", async () => {
    await using broken = await startTelnyx(status(403));
    const { code, stdout } = await runCommand(["--csv", "--vendor", "bytenite,telnyx"], {
      ...environment,
      ...broken.environment,
    });
    expect(code).toBe(3);
    const [header, ...records] = stdout.trimEnd().split("\r\n");
    expect(header?.split(",")).toHaveLength(18);
    expect(records.map((record) => record.split(",").slice(0, 9).join(","))).toEqual([
      "telnyx,telnyx,,,,,,,",
      "bytenite,bytenite,BYC,bytenite:BYC,1250.75,1000.25,250.5,,",
      "bytenite,bytenite,USD,iso4217:USD,,,,,12.5",
    ]);
    expect(records[0]).toContain(",forbidden,");
  });

  it("has no colours in a pipe, colours when they are forced, and none when both are asked for as nothing", async () => {
    const escape = "\u001b[";
    const plain = await runCommand([], environment);
    const forced = await runCommand([], { ...environment, FORCE_COLOR: "1" });
    const refused = await runCommand([], { ...environment, FORCE_COLOR: "0" });
    const noColor = await runCommand([], { ...environment, NO_COLOR: "1" });
    expect([plain, forced, refused, noColor].map(({ stdout }) => stdout.includes(escape))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it("lets no control character of a vendor through to the terminal", async () => {
    await using hostile = await startTelnyx(
      status(403, { errors: [{ code: "10010", title: "bell \u0007 title \u001b]0;owned\u0007" }] }),
    );
    const { stdout } = await runCommand([], hostile.environment);
    expect(stdout).toContain("FAILED forbidden");
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it("shows an amount below zero as it is", async () => {
    await using server = await startTelnyx(telnyxReply("-0.09"));
    const { code, stdout } = await runCommand([], server.environment);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ -0\.09 /);
  });
});

describe("a failure", () => {
  it("names the region when Flexprice refuses the key", async () => {
    await using refusing = await startFaultServer(status(401, { error: "Unauthorized" }));
    const { code, stdout } = await runCommand([], {
      FLEXPRICE_API_KEY: "sk_flexprice_secret_2",
      FLEXPRICE_WALLET_ID: "wallet_1",
      FLEXPRICE_BASE_URL: refusing.url,
    });
    expect(code).toBe(3);
    expect(stdout).toMatch(/FAILED unauthenticated: .* 401: .*is FLEXPRICE_API_KEY right\?/);
  });

  it.each([
    ["TELNYX_API_KEY holds a line break", { TELNYX_API_KEY: "KEY\nsecret" }, /TELNYX_API_KEY holds a blank/],
    ["TELNYX_API_KEY is empty", { TELNYX_API_KEY: "" }, /TELNYX_API_KEY is not set/],
    [
      "FLEXPRICE_REGION is no region",
      { FLEXPRICE_API_KEY: "sk_1", FLEXPRICE_WALLET_ID: "w", FLEXPRICE_REGION: "mars" },
      /FLEXPRICE_REGION must be us or india/,
    ],
    [
      "three variables are missing",
      { FLEXPRICE_WALLET_ID: "w" },
      /FLEXPRICE_API_KEY and FLEXPRICE_REGION or FLEXPRICE_BASE_URL are not set/,
    ],
  ])("of configuration ends with 3 and names the variable: %s", async (_title, variables, message) => {
    const { code, stdout } = await runCommand([], variables);
    expect(code).toBe(3);
    expect(stdout).toMatch(message);
    expect(stdout).not.toContain("secret");
  });

  it("by time ends with 4 and says what to do", async () => {
    await using silent = await startTelnyx(() => undefined);
    const { code, stdout } = await runCommand(["--timeout", "300ms"], silent.environment);
    expect(code).toBe(4);
    expect(stdout).toMatch(/FAILED timeout: .*give it longer with --timeout/);
  });

  it("of a credential comes before one of a host", async () => {
    await using broken = await startTelnyx(status(501));
    const { code } = await runCommand([], { ...broken.environment, GLYPHRUN_TOKEN: "" });
    expect(code).toBe(3);
  });
});

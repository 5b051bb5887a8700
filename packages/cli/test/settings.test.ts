import { startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { environmentAccounts } from "../src/config/environment-accounts.ts";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const projectId = "3f1c0000-0000-4000-8000-000000000001";
const deepgram = { DEEPGRAM_API_KEY: "dg-1", DEEPGRAM_PROJECT_ID: projectId };
const expiry = '"expiresAt": "2027-10-01T00:00:00.000Z"';

describe("a flag", () => {
  it.each([
    ["true", true],
    ["false", false],
    ["", false],
  ])("in a variable is what it says: %j", async (text, isAsked) => {
    await using mock = await startMock("deepgram");
    const variables = { ...deepgram, DEEPGRAM_BASE_URL: mock.url, DEEPGRAM_WITH_EXPIRY: text };
    const { code, stdout } = await runCommand(["--json"], variables);
    expect({ code, isAsked: stdout.includes(expiry) }).toEqual({ code: 0, isAsked });
  });

  it("has Vultr's personal data left out unless it asks for the name", async () => {
    await using mock = await startMock("vultr");
    const variables = { VULTR_API_KEY: "vultr-1", VULTR_BASE_URL: mock.url };
    const silent = await runCommand(["--json"], variables);
    const named = await runCommand(["--json"], { ...variables, VULTR_INCLUDE_NAME: "true" });
    expect([silent.stdout, named.stdout].map((text) => text.includes('"name": "Example Ltd"'))).toEqual([
      false,
      true,
    ]);
  });

  it("that is neither true nor false is refused by the name of its variable", async () => {
    const { stdout } = await runCommand([], { ...deepgram, DEEPGRAM_WITH_EXPIRY: "yes" });
    expect(stdout).toContain("DEEPGRAM_WITH_EXPIRY must be true or false");
  });

  it("stands in a configuration as true or false, not as text", async () => {
    await using mock = await startMock("deepgram");
    await using folder = await temporaryFolder();
    const file = join(folder.path, "openbalance.config.json");
    const read = async (withExpiry: unknown): Promise<string> => {
      await writeFile(file, JSON.stringify({ accounts: [{ vendor: "deepgram", withExpiry }] }));
      const variables = { ...deepgram, DEEPGRAM_BASE_URL: mock.url };
      const { stdout, stderr } = await runCommand(["--json"], variables, folder.path);
      return stdout + stderr;
    };
    expect(await read(true)).toContain(expiry);
    expect(await read(false)).not.toContain(expiry);
    expect(await read("true")).toContain("accounts[0].withExpiry must be true or false");
  });
});

describe("the variables of a vendor", () => {
  it.each(vendorVariables)("begin with its name, an address among them: $vendor", ({ vendor, settings }) => {
    const prefix = vendor.toUpperCase().replaceAll("-", "_");
    const variables = settings.map(({ variable }) => variable);
    expect(variables).toContain(`${prefix}_BASE_URL`);
    expect(variables.filter((variable) => !variable.startsWith(`${prefix}_`))).toEqual([]);
  });

  it.each(vendorVariables)("are enough with what the demo sends: $vendor", ({ settings, needs, demo }) => {
    const given = new Set([...Object.keys(demo), "baseUrl"]);
    expect(needs.filter((group) => group.every((option) => !given.has(option)))).toEqual([]);
    const options = new Set(settings.map(({ option }) => option));
    expect(Object.keys(demo).filter((option) => !options.has(option))).toEqual([]);
  });
});

describe("a setting that another one stands in for", () => {
  const management = { OPENROUTER_MANAGEMENT_KEY: "sk or" };

  it("is not the one that is named when the other is malformed", async () => {
    const { stdout } = await runCommand([], management);
    expect(stdout).toContain("OPENROUTER_MANAGEMENT_KEY holds a blank");
    const both = await runCommand([], { ...management, OPENROUTER_API_KEY: "sk-or-1" });
    expect(both.stdout).toContain("OPENROUTER_MANAGEMENT_KEY holds a blank");
    expect(both.stdout).not.toContain("OPENROUTER_API_KEY");
  });

  it.each([
    [{ ...management, OPENROUTER_API_KEY: "k" }, ["OPENROUTER_MANAGEMENT_KEY"]],
    [{ ...management, OPENROUTER_API_KEY: "k", OPENROUTER_SCOPE: "key" }, ["OPENROUTER_API_KEY"]],
    [{ ...management, OPENROUTER_SCOPE: "key" }, ["OPENROUTER_MANAGEMENT_KEY"]],
    [{ BYTENITE_API_KEY: "k", BYTENITE_ACCESS_TOKEN: "t" }, ["BYTENITE_ACCESS_TOKEN"]],
    [{ TWILIO_AUTH_TOKEN: "t", TWILIO_API_SECRET: "s" }, ["TWILIO_AUTH_TOKEN"]],
    [{ TWILIO_ACCOUNT_SID: "AC0" }, ["TWILIO_AUTH_TOKEN", "TWILIO_API_SECRET"]],
  ])("is no credential of the account: of %o %o", (variables, credentials) => {
    expect(environmentAccounts(variables).map((each) => each.credentials)).toEqual([credentials]);
  });

  it.each([
    [
      "bytenite",
      { BYTENITE_API_KEY: "k 1", BYTENITE_ACCESS_TOKEN: "t-1", BYTENITE_AUTH_BASE_URL: "no address" },
    ],
    ["flexprice", { FLEXPRICE_API_KEY: "k", FLEXPRICE_WALLET_ID: "w", FLEXPRICE_REGION: "mars" }],
    [
      "twilio",
      {
        TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
        TWILIO_AUTH_TOKEN: "t-1",
        TWILIO_API_KEY: "no SID",
        TWILIO_API_SECRET: "s 1",
      },
    ],
  ])("may be malformed, since nobody reads it: %s", async (vendor, variables) => {
    await using mock = await startMock(vendor);
    const [account] = environmentAccounts({ ...variables, [`${vendor.toUpperCase()}_BASE_URL`]: mock.url });
    expect(account?.open()).toMatchObject({ vendor, ref: vendor });
  });
});

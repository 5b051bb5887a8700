import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startMock, type Mock } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configJsonSchema } from "../scripts/config-json-schema.ts";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { runCommand, type Finished } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let mock: Mock;
let environment: Record<string, string>;

beforeAll(async () => {
  mock = await startMock("telnyx");
  environment = { TELNYX_API_KEY: "KEY_telnyx_secret_3", TELNYX_BASE_URL: mock.url };
});
afterAll(() => mock.close());

/** Runs the command line in a folder with these files. */
async function runWith(
  files: Readonly<Record<string, string | object>>,
  parameters: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  await using folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
    await writeFile(join(folder.path, name), text);
  }
  const { code, stdout, stderr } = await runCommand(parameters, { ...environment, ...more }, folder.path);
  return { code, stdout, stderr: stderr.replaceAll(`${folder.path}/`, "") };
}

const json = "openbalance.config.json";
// A line of this file that begins so would count as a default export of it.
const exportDefault = "export default";
const typescript = "openbalance.config.ts";
// What is named needs no trust.
const named = ["--config", json];
const namedCode = ["--config", typescript];
const defineConfig = pathToFileURL(join(import.meta.dirname, "../src/config/define-config.ts")).href;
const normalize = import.meta.resolve("@openbalance/normalize");

describe("a configuration", () => {
  it("lists several accounts of one vendor, each with a secret from elsewhere", async () => {
    const accounts = [
      { vendor: "telnyx", ref: "usual" },
      { vendor: "telnyx", ref: "variable", apiKey: { env: "OTHER_KEY" } },
      { vendor: "telnyx", ref: "file", apiKey: { file: "key.txt" } },
      { vendor: "telnyx", ref: "command", apiKey: { command: ["printf", "KEY_of_command"] } },
    ];
    const files = { [json]: { accounts }, "key.txt": "KEY_of_file\n" };
    const { code, stdout, stderr } = await runWith(files, named, { OTHER_KEY: "KEY_other" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^telnyx +\w+ +USD +300 +400/gm)).toHaveLength(4);
  });

  it("makes a secret that cannot be had a line of its own, without the secret or the command's arguments", async () => {
    const accounts = [
      { vendor: "telnyx", ref: "variable", apiKey: { env: "NOT_THERE" } },
      { vendor: "telnyx", ref: "file", apiKey: { file: "none.txt" } },
      { vendor: "telnyx", ref: "command", apiKey: { command: ["false", "argument-secret"] } },
      { vendor: "telnyx", ref: "usual" },
    ];
    const { code, stdout } = await runWith({ [json]: { accounts } }, named);
    expect(code).toBe(3);
    expect(stdout).toContain("NOT_THERE is not set");
    expect(stdout).toMatch(/accounts\[1\]\.apiKey: the file .*none\.txt cannot be read \(ENOENT\)/);
    expect(stdout).toContain("accounts[2].apiKey: the command false failed (1)");
    expect(stdout).not.toContain("argument-secret");
    expect(stdout).toMatch(/^telnyx +usual +USD/m);
  });

  it("in JSON may hold comments and trailing commas", async () => {
    const text = '{\n  // production\n  "accounts": [{ "vendor": "telnyx", "ref": "prod", },],\n}';
    const { code, stdout } = await runWith({ [json]: text });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^telnyx +prod +USD/m);
  });

  it("in TypeScript may hold accounts of the user's own vendors", async () => {
    const source = `
import { defineConfig } from ${JSON.stringify(defineConfig)};
import { defineVendor, fiatAsset, BalanceRow } from ${JSON.stringify(normalize)};

const acme = defineVendor({
  vendor: "acme",
  request: async () => ({ status: 200, text: '{"left":"12.50"}' }),
  decode({ root }) {
    const row = new BalanceRow();
    const available = row.reported("/available", root.member("left").amount());
    return { balances: [row.finish(fiatAsset("EUR")!, { available })] };
  },
});

${exportDefault} defineConfig({
  accounts: [acme.account({ ref: "mine" }), { vendor: "telnyx", ref: "prod" }],
  thresholds: [{ vendor: "acme", below: "13" }],
});
`;
    const read = await runWith({ [typescript]: source }, namedCode);
    expect(read).toMatchObject({ code: 0, stderr: "" });
    expect(read.stdout).toMatch(/^acme +mine +EUR +12\.5$/m);
    expect(read.stdout).toMatch(/^telnyx +prod +USD/m);
    const guarded = await runWith({ [typescript]: source }, ["guard", ...namedCode]);
    expect(guarded.code).toBe(1);
  });

  it("is taken from --config or OPENBALANCE_CONFIG where they name one", async () => {
    const files = { "one.json": { accounts: [{ vendor: "telnyx", ref: "one" }] } };
    const flag = await runWith(files, ["--config", "one.json"]);
    const variable = await runWith(files, [], { OPENBALANCE_CONFIG: "one.json" });
    expect([flag.stdout, variable.stdout].map((text) => /^telnyx +one/m.test(text))).toEqual([true, true]);
    expect(await runWith(files, ["--config", "two.json"])).toMatchObject({
      code: 2,
      stderr: "openbalance: the configuration two.json is not there\n",
    });
  });
});

describe("a wrong configuration ends with 2 and names file, line and key", () => {
  it.each([
    [{ accounts: [{ vendor: "telnix" }] }, `${json}:4: accounts[0].vendor must be one of deepgram, deepseek`],
    [{ accounts: [{ ref: "prod" }] }, `${json}:3: accounts[0].vendor is missing`],
    [
      { accounts: [{ vendor: "telnyx", apikey: { env: "X" } }] },
      `${json}:5: accounts[0].apikey is not known; did you mean apiKey?`,
    ],
    [{ acounts: [] }, `${json}:2: acounts is not known; did you mean accounts?`],
    [
      { thresholds: [{ vendor: "telnyx", belw: "1" }] },
      "thresholds[0].belw is not known; did you mean below?",
    ],
    [
      { thresholds: [{ vendor: "telnyx", below: 20 }] },
      `${json}:5: thresholds[0].below must be an amount as text`,
    ],
    [{ thresholds: [{ vendor: "telnyx", below: "1e5" }] }, "thresholds[0].below must be a decimal number"],
    [{ thresholds: [{ vendor: "telnyx" }] }, "thresholds[0].below is missing"],
    [{ watch: { every: "5 minutes" } }, `${json}:3: watch.every must be a number and a unit`],
    [{ watch: { every: "0s" } }, `${json}:3: watch.every must be a number and a unit`],
    [{ watch: { hysteresis: "-5%" } }, `${json}:3: watch.hysteresis must be a percentage`],
    [[], "the configuration must be an object"],
    [
      { accounts: [{ vendor: "telnyx" }, { vendor: "telnyx" }] },
      'two accounts of telnyx are labelled "telnyx"; give each a `ref` of its own',
    ],
    ['{\n  "accounts": [\n    { "vendor" "telnyx" }\n  ]\n}', `${json}:3: this is not JSON`],
  ])("%j", async (content, message) => {
    const { code, stdout, stderr } = await runWith({ [json]: content });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("and never repeats a secret that was written into it", async () => {
    const inline = { accounts: [{ vendor: "telnyx", apiKey: "KEY_written_down" }] };
    const broken = '{ "apiKey": "KEY_written_down }';
    for (const content of [inline, broken]) {
      const { code, stderr } = await runWith({ [json]: content });
      expect(code).toBe(2);
      expect(stderr).not.toContain("written_down");
    }
    const { stderr } = await runWith({ [json]: inline });
    expect(stderr).toContain("accounts[0].apiKey must say where the secret is");
  });

  it.each([
    [
      "export default {\n  thresholds: [\n    { vendor: 'telnyx', below: 'x' },\n  ],\n};",
      ":3: thresholds[0].below must be",
    ],
    ["\nthrow new Error('on purpose');", ":2: it ends with an error; run it with `node` to see what it says"],
    ["export const config = {};", ": the configuration must be the default export"],
  ])("in TypeScript too: %j", async (source, message) => {
    const { code, stderr } = await runWith({ [typescript]: source }, namedCode);
    expect(code).toBe(2);
    expect(stderr).toContain(`${typescript}${message}`);
  });

  it("when two lie beside each other", async () => {
    const { code, stderr } = await runWith({ [json]: {}, [typescript]: "export default {};" });
    expect(code).toBe(2);
    expect(stderr).toContain(`${json} and ${typescript}; keep one, or name it with --config`);
  });
});

describe("the JSON Schema for editors", () => {
  it("is what the command line checks with; `pnpm generate` renews it", async () => {
    const shipped = await readFile(new URL("../openbalance.config.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(shipped)).toEqual(JSON.parse(configJsonSchema()));
  });

  it("holds no key for a secret as text", () => {
    const schema = JSON.parse(configJsonSchema()) as {
      properties: { accounts: { items: { oneOf: { properties: Record<string, { const?: string }> }[] } } };
    };
    const entries = schema.properties.accounts.items.oneOf;
    const secrets = vendorVariables.flatMap(({ vendor, settings }) => {
      const entry = entries.find(({ properties }) => properties["vendor"]?.const === vendor);
      return settings.flatMap(({ kind, option }) => (kind === "secret" ? [entry?.properties[option]] : []));
    });
    expect(secrets.length).toBeGreaterThanOrEqual(vendorVariables.length);
    expect(secrets).not.toContain(undefined);
    for (const secret of secrets) expect(JSON.stringify(secret)).not.toMatch(/"anyOf":\[\{"type":"string"/);
  });
});

import { access, chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand, type Finished } from "./run-command.ts";
import { startTelnyx, telnyxReply, type TelnyxServer } from "./telnyx-server.ts";
import { temporaryFolder, type TemporaryFolder } from "./temporary-folder.ts";

const json = "openbalance.config.json";
const command = ["sh", "-c", "echo here > ran; echo KEY_of_command"];
const ofCommand = { accounts: [{ vendor: "telnyx", apiKey: { command } }] };
// A line of this file that begins so would count as a default export of it.
const exportDefault = "export default";
const program = `import { writeFileSync } from "node:fs";
writeFileSync("ran", "here");
${exportDefault} { accounts: [{ vendor: "telnyx" }] };`;

let telnyx: TelnyxServer;
beforeAll(async () => {
  telnyx = await startTelnyx(telnyxReply("400"));
});
afterAll(() => telnyx[Symbol.asyncDispose]());

/** Writes a configuration into a folder. */
async function configure(folder: TemporaryFolder, content: object | string, name = json): Promise<void> {
  await writeFile(join(folder.path, name), typeof content === "string" ? content : JSON.stringify(content));
}

/** Runs the command line in a folder, with its trust kept there too. */
function runIn(
  { path }: TemporaryFolder,
  parameters: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const { PATH = "" } = process.env;
  const state = join(path, "state");
  return runCommand(parameters, { PATH, OPENBALANCE_STATE_DIR: state, ...telnyx.environment, ...more }, path);
}

/** Whether what a configuration runs has run. */
async function hasRun(folder: TemporaryFolder): Promise<boolean> {
  return access(join(folder.path, "ran")).then(
    () => true,
    () => false,
  );
}

describe("a configuration that was found in the working directory", () => {
  it.each([
    ["a secret from a program", ofCommand, json, /json:1: accounts\[0\]\.apiKey runs a program\n/],
    [
      "a webhook from a program",
      { watch: { webhook: { command } } },
      json,
      /json:1: watch\.webhook runs a program\n/,
    ],
    [
      "code, the whole of it",
      program,
      "openbalance.config.mjs",
      /openbalance\.config\.mjs: it is a program\n/,
    ],
    ["code in TypeScript", program, "openbalance.config.ts", /openbalance\.config\.ts: it is a program\n/],
  ])("runs nothing until it is trusted: %s", async (_what, content, name, reason) => {
    await using folder = await temporaryFolder();
    await configure(folder, content, name);
    for (const parameters of [[], ["doctor"], ["guard", "--below", "telnyx=1"], ["watch"], ["history"]]) {
      const { code, stdout, stderr } = await runIn(folder, parameters);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(reason);
      expect(stderr).toContain("is not trusted yet");
      expect(stderr).toContain("look at it, then run `openbalance trust`");
    }
    expect(await hasRun(folder)).toBe(false);
    expect(await runIn(folder, ["trust"])).toMatchObject({ code: 0, stderr: "" });
    expect((await runIn(folder)).code).toBe(0);
  });

  it("must be trusted again when it has changed, and is trusted no more when that is taken back", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, ofCommand);
    const trusted = await runIn(folder, ["trust"]);
    expect(trusted.stdout).toMatch(/openbalance\.config\.json is trusted until it changes\n$/);
    expect(await runIn(folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await hasRun(folder)).toBe(true);
    await configure(folder, { ...ofCommand, thresholds: [] });
    expect((await runIn(folder)).stderr).toContain("has changed since you trusted it");
    await configure(folder, ofCommand);
    expect((await runIn(folder)).code).toBe(0);
    expect((await runIn(folder, ["trust", "--revoke"])).stdout).toContain("is not trusted any more");
    expect((await runIn(folder, ["trust", "--revoke"])).stdout).toContain("was not trusted");
    expect((await runIn(folder)).stderr).toContain("is not trusted yet");
  });

  it.each([
    ["an address that it says", { baseUrl: "URL" }, "accounts[0].baseUrl is an address that a secret"],
    ["one of a variable", { baseUrl: { env: "OTHER" } }, "accounts[0].baseUrl is an address that a secret"],
  ])("sends no secret to %s until it is trusted", async (_what, options, reason) => {
    await using folder = await temporaryFolder();
    await using other = await startTelnyx(telnyxReply("400"));
    const entry = { vendor: "telnyx", apiKey: { env: "DATABASE_PASSWORD" }, ...options };
    await configure(folder, JSON.stringify({ accounts: [entry] }).replace("URL", other.server.url));
    const variables = { DATABASE_PASSWORD: "password-of-a-database", OTHER: other.server.url };
    const { code, stderr } = await runIn(folder, [], variables);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(other.server.requests).toEqual([]);
    await runIn(folder, ["trust"]);
    expect((await runIn(folder, [], variables)).code).toBe(0);
    expect(other.server.requests).toHaveLength(1);
  });

  it("posts to no address of a file until it is trusted", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, { watch: { webhook: { file: "webhook.txt" } } });
    const { code, stderr } = await runIn(folder, ["watch"]);
    expect(code).toBe(2);
    expect(stderr).toContain("watch.webhook is an address that balances would be sent to");
  });

  it("says without trust which accounts are read and what of them is enough", async () => {
    await using folder = await temporaryFolder();
    const accounts = [{ vendor: "telnyx", ref: "prod", apiKey: { env: "TELNYX_API_KEY" } }];
    const watch = { webhook: { env: "SLACK_WEBHOOK_URL" } };
    await configure(folder, { accounts, thresholds: [{ vendor: "telnyx", below: "500" }], watch });
    expect((await runIn(folder, ["guard"])).code).toBe(1);
  });

  it("cannot hide what it does behind a key that every object has", async () => {
    await using folder = await temporaryFolder();
    const hidden = JSON.stringify({ apiKey: { command }, baseUrl: telnyx.server.url });
    await configure(folder, `{ "accounts": [{ "vendor": "telnyx", "__proto__": ${hidden} }] }`);
    const { code, stderr } = await runIn(folder);
    expect(code).toBe(2);
    expect(stderr).toContain("accounts[0].__proto__ is not known");
    expect(await hasRun(folder)).toBe(false);
  });
});

describe("trust", () => {
  it("is in a content at a place: neither a copy nor a link elsewhere has it", async () => {
    await using folder = await temporaryFolder();
    await using elsewhere = await temporaryFolder();
    await configure(folder, ofCommand);
    await runIn(folder, ["trust"]);
    const state = { OPENBALANCE_STATE_DIR: join(folder.path, "state") };
    await configure(elsewhere, ofCommand);
    expect((await runIn(elsewhere, [], state)).code).toBe(2);
    await using linked = await temporaryFolder();
    await symlink(join(folder.path, json), join(linked.path, json));
    expect((await runIn(linked, [], state)).code).toBe(2);
    expect((await runIn(folder)).code).toBe(0);
  });

  it("counts only where nobody else can write it down", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, ofCommand);
    await runIn(folder, ["trust"]);
    await chmod(join(folder.path, "state/trusted"), 0o777);
    expect((await runIn(folder)).stderr).toContain("is not trusted yet");
    expect((await runIn(folder, ["trust"])).stderr).toMatch(/state\/trusted may be changed by other users/);
  });

  it("is not needed by what is named, nor by what lies in the user's own folder", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, ofCommand);
    expect((await runIn(folder, ["--config", json])).code).toBe(0);
    expect((await runIn(folder, [], { OPENBALANCE_CONFIG: json })).code).toBe(0);
    await using home = await temporaryFolder();
    const own = join(home.path, ".config/openbalance");
    await mkdir(own, { recursive: true });
    await configure({ ...home, path: own }, ofCommand);
    expect((await runIn(home, [], { HOME: home.path })).code).toBe(0);
    expect((await runIn({ ...home, path: own }, [], { HOME: home.path })).code).toBe(0);
  });

  it("says when there is nothing to trust, and when it cannot be kept", async () => {
    await using folder = await temporaryFolder();
    expect(await runIn(folder, ["trust"])).toMatchObject({ code: 2, stdout: "" });
    await configure(folder, ofCommand);
    const nowhere = await runIn(folder, ["trust"], { OPENBALANCE_STATE_DIR: "/dev/null/state" });
    expect(nowhere).toMatchObject({ code: 74, stdout: "" });
    expect(nowhere.stderr).toContain("name a folder that may be written in OPENBALANCE_STATE_DIR");
  });
});

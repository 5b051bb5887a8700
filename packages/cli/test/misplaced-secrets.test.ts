import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { chooseAccounts } from "../src/accounts/select-accounts.ts";
import { describeFault } from "../src/runtime/fault.ts";
import { runCommand, type Finished } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const json = "openbalance.config.json";
const secret = "sk_live_51Habc9XyZ";
// A line of this file that begins so would count as a default export of it.
const exportDefault = "export default";

// By then the fault has been met.
const later = `await new Promise((resolve) => setTimeout(resolve, 1_000));\n${exportDefault} { accounts: [] };`;

/** Runs a command with a configuration that is named, and so trusted. */
async function runWith(
  content: object | string,
  parameters: readonly string[] = [],
  name = json,
): Promise<Finished> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, name), typeof content === "string" ? content : JSON.stringify(content));
  return await runCommand([...parameters, "--config", name], { ACME_KEY: secret }, folder.path);
}

function telnyxWith(more: object): object {
  return { accounts: [{ vendor: "telnyx", ...more }] };
}

describe("a secret that was written where its name belongs", () => {
  it.each([
    [{ apiKey: { env: secret } }, "the variable of accounts[0].apiKey is not set"],
    [{ apiKey: { file: secret } }, "accounts[0].apiKey: the file that it names cannot be read (ENOENT)"],
    [{ apiKey: { file: `./keys/${secret}` } }, "the file that it names cannot be read (ENOENT)"],
    [{ apiKey: { command: [secret] } }, "accounts[0].apiKey: the command that it names failed (ENOENT)"],
    [{ apiKey: { command: ["false", secret] } }, "accounts[0].apiKey: the command false failed (1)"],
    [{ [secret]: "" }, "a key of accounts[0] is not known, nor shown: it may be a secret"],
    [{ apiKey: secret }, "accounts[0].apiKey must say where the secret is"],
    [{ apiKey: { env: secret, file: secret } }, "accounts[0].apiKey must say where the secret is"],
    [{ apiKey: { [secret]: secret } }, "accounts[0].apiKey must say where the secret is"],
    [{ vendor: secret }, "accounts[0].vendor must be one of"],
    [{ shortestInterval: secret }, "accounts[0].shortestInterval must be a number and a unit"],
  ])("is not repeated: %j", async (entry, reason) => {
    for (const parameters of [[], ["doctor"], ["doctor", "--json"], ["--json"]]) {
      const { code, stdout, stderr } = await runWith(telnyxWith(entry), parameters);
      expect([2, 3]).toContain(code);
      expect(stdout + stderr).toContain(reason);
      expect(stdout + stderr).not.toContain("sk_live");
    }
  });

  it.each([
    [{ webhook: { env: secret } }, "the variable of watch.webhook is not set"],
    [{ webhook: { file: secret } }, "watch.webhook: the file that it names cannot be read (ENOENT)"],
    [{ webhook: { command: ["echo", secret] } }, "the webhook must be an https address"],
    [{ webhook: { env: "ACME_KEY" } }, "the webhook must be an https address"],
    [{ every: secret }, "watch.every must be a number and a unit"],
  ])("is not repeated for watch: %j", async (watch, reason) => {
    const { code, stdout, stderr } = await runWith(
      { ...telnyxWith({ apiKey: { env: "ACME_KEY" } }), watch },
      ["watch"],
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain("sk_live");
  });

  it("leaves names that are names in the messages", async () => {
    const names = [
      [{ env: "TELNYX_PROD_KEY_2026" }, "TELNYX_PROD_KEY_2026 is not set"],
      [{ env: "TOKEN" }, "TOKEN is not set"],
      [{ file: "/run/secrets/telnyx.txt" }, "the file /run/secrets/telnyx.txt cannot be read (ENOENT)"],
      [
        { command: ["openbalance-no-such-program"] },
        "the command openbalance-no-such-program failed (ENOENT)",
      ],
    ] as const;
    for (const [apiKey, reason] of names) {
      expect((await runWith(telnyxWith({ apiKey }))).stdout).toContain(reason);
    }
  });
});

describe("what the program holds of a configuration", () => {
  it("shows no secret to whoever inspects it or writes it down", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "key"), secret);
    const accounts = [
      { vendor: "telnyx", ref: "variable", apiKey: { env: "ACME_KEY" } },
      { vendor: "telnyx", ref: "file", apiKey: { file: "key" } },
      { vendor: "bitfront", apiKey: { env: "ACME_KEY" }, apiSecret: { env: "ACME_KEY" } },
      { vendor: "vonage", apiKey: { env: "ACME_KEY" }, apiSecret: { env: "ACME_KEY" } },
    ];
    const watch = { webhook: { env: "ACME_KEY" } };
    await writeFile(join(folder.path, json), JSON.stringify({ accounts, watch }));
    const stream = { write: () => true };
    const selection = await chooseAccounts(
      {
        process: { stdout: stream, stderr: stream, env: {} },
        environment: { ACME_KEY: secret },
        directory: folder.path,
        signal: new AbortController().signal,
        outputClosed: new AbortController().signal,
        outputLost: new AbortController().signal,
      },
      {},
    );
    const opened = await Promise.all(
      selection.accounts.map(async (wanted) => {
        await wanted.fetchSecrets({ timeoutMs: 10_000 });
        return wanted.open();
      }),
    );
    const shown = inspect({ selection, opened }, { depth: 20, showHidden: true });
    expect(shown).toContain("'ACME_KEY'");
    expect(shown).not.toContain("sk_live");
    expect(JSON.stringify({ selection, opened })).not.toContain("sk_live");
  });
});

describe("a fault of the program", () => {
  it.each([
    `Promise.reject(new Error(process.env.ACME_KEY));\n${later}`,
    `Promise.reject(process.env.ACME_KEY);\n${later}`,
    `setImmediate(() => { throw new TypeError("Bearer " + process.env.ACME_KEY); });\n${later}`,
    `${exportDefault} { get accounts() { throw new Error(process.env.ACME_KEY); } };`,
  ])("is told by its place, and never by its message: %j", async (source) => {
    const { code, stdout, stderr } = await runWith(source, ["watch"], "openbalance.config.mjs");
    expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
    expect(stderr).toContain("this is a fault of openbalance itself; please report it");
    expect(stderr).not.toContain("sk_live");
  });

  it("is named by kind and code, and by the lines of its stack behind the message", () => {
    const error = Object.assign(new TypeError(`${secret}\n    at ${secret} (forged)`), {
      code: "ERR_INVALID_ARG_VALUE",
    });
    const lines = describeFault(error).split("\n");
    expect(lines[1]).toBe("TypeError, ERR_INVALID_ARG_VALUE");
    expect(lines[2]).toMatch(/^ +at .+misplaced-secrets\.test\.ts/);
    expect(lines.join("\n")).not.toContain("sk_live");
    expect(describeFault(secret)).not.toContain("sk_live");
    expect(describeFault(undefined)).toContain("what was thrown is no error");
  });
});

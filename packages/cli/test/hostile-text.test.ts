import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder, type TemporaryFolder } from "./temporary-folder.ts";

// Sets a title, clears the screen in two ways, overwrites a line, turns text round, hides text.
const hostile = "=a\u001b]0;title\u0007\u001b[2J\u009b2J\rb\u202ec\u200b\ufeff\u061c\u2028d";

const unseen = /[^\P{C}\n]|[\u2028\u2029]/u;

/** Keeps one reading of an account with a hostile name; gives what makes the command line find it. */
async function keepHostile(folder: TemporaryFolder): Promise<readonly [Record<string, string>, string]> {
  await using server = await startTelnyx(telnyxReply("5"));
  const config = { accounts: [{ vendor: "telnyx", ref: hostile }] };
  await writeFile(join(folder.path, "openbalance.config.json"), JSON.stringify(config));
  const environment = { ...server.environment, OPENBALANCE_STATE_DIR: join(folder.path, "state") };
  await runCommand(["read", "--record"], environment, folder.path);
  return [environment, folder.path];
}

describe("a name that would act on a terminal", () => {
  it.each([
    ["read"],
    ["read --csv"],
    ["read --json"],
    ["guard --below telnyx=1"],
    ["guard --below telnyx=1 --json"],
    ["doctor"],
    ["doctor --json"],
    ["history"],
    ["history --json"],
    ["history --html -"],
    ["read --account none"],
  ])("shows as text in `%s`, whose JSON is as it was", async (line) => {
    await using folder = await temporaryFolder();
    const [environment, directory] = await keepHostile(folder);
    const { stdout, stderr } = await runCommand(line.split(" "), environment, directory);
    // The lines of CSV end as RFC 4180 wants it.
    expect(stdout.replaceAll("\r\n", "\n")).not.toMatch(unseen);
    expect(stderr).not.toMatch(unseen);
    const whole = line.includes("--json") ? JSON.stringify(JSON.parse(stdout)) : JSON.stringify(hostile);
    expect(whole).toContain(JSON.stringify(hostile));
  });

  it("is no formula in `read --csv`", async () => {
    await using folder = await temporaryFolder();
    const [environment, directory] = await keepHostile(folder);
    const { stdout } = await runCommand(["read", "--csv"], environment, directory);
    expect(stdout).toContain(`\ntelnyx,'=a\ufffd]0;title`);
  });
});

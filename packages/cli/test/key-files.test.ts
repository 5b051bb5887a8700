import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { objectionToReaders } from "../src/commands/doctor/check-key-files.ts";
import { runCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";

/** A folder that every user can reach, unlike the temporary one of some systems. */
async function openFolder() {
  const path = await mkdtemp("/var/tmp/openbalance-test-");
  await chmod(path, 0o755);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe("a file that holds a key", () => {
  it.each([
    [0o644, true],
    [0o604, true],
    [0o640, false],
    [0o600, false],
  ])("of mode %o is told when every user can read it: %s", async (mode, isTold) => {
    await using folder = await openFolder();
    const file = join(folder.path, "key");
    await writeFile(file, "KEY_of_file\n", { mode });
    const objection = await objectionToReaders([file]);
    const expected = `every user of this machine can read ${file}; \`chmod o-r ${file}\``;
    expect(objection).toBe(isTold ? expected : undefined);
    await chmod(folder.path, 0o700);
    expect(await objectionToReaders([file])).toBeUndefined();
  });

  it("is nothing to tell when it is not there any more", async () => {
    expect(await objectionToReaders(["/dev/null/none"])).toBeUndefined();
  });

  it("is a warning of doctor, which shows no key and changes no exit code", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using folder = await openFolder();
    await writeFile(join(folder.path, "key"), "KEY_of_file\n", { mode: 0o644 });
    const accounts = [{ vendor: "telnyx", apiKey: { file: "key" } }];
    await writeFile(join(folder.path, "openbalance.config.json"), JSON.stringify({ accounts }));
    const { code, stdout } = await runCommand(["doctor"], telnyx.environment, folder.path);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /warning +credential +accounts\[0\]\.apiKey is set; every user .+ can read \S+key;/,
    );
    expect(stdout).not.toContain("KEY_of_file");
  });
});

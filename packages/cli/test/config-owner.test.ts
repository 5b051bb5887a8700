import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { selectAccounts } from "../src/accounts/select-accounts.ts";
import { objectionToOwner } from "../src/config/config-owner.ts";
import { runCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const json = "openbalance.config.json";

describe("a configuration of this owner, group and mode, read by user 1000", () => {
  it.each([
    [1000, 1000, 0o600],
    [1000, 1000, 0o664],
    [1000, 100, 0o644],
    [0, 0, 0o664],
    [0, 1000, 0o644],
  ])("is as good as one's own: %i, %i, %o", (uid, gid, mode) => {
    expect(objectionToOwner("/x", { uid, gid, mode }, 1000)).toBeUndefined();
  });

  it.each([
    [1001, 1000, 0o600],
    [65_534, 65_534, 0o644],
  ])("is refused as another user's: %i, %i, %o", (uid, gid, mode) => {
    expect(objectionToOwner("/x", { uid, gid, mode }, 1000)).toMatch(
      /^\/x belongs to another user \(number \d+\), who can change it at any time; use a copy of your own/,
    );
    expect(objectionToOwner("/x", { uid, gid, mode }, 0)).toContain("`chown 0 /x`");
  });

  it.each([
    [1000, 1000, 0o666],
    [1000, 100, 0o664],
    [0, 0, 0o602],
  ])("is refused as one that others may write: %i, %i, %o", (uid, gid, mode) => {
    expect(objectionToOwner("/x", { uid, gid, mode }, 1000)).toContain("`chmod go-w /x`");
  });
});

describe("a configuration that others may write", () => {
  it("is refused wherever it lies and however it was chosen, before anything is sent", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, json), "{}");
    await chmod(join(folder.path, json), 0o646);
    for (const parameters of [[], ["--config", json], ["doctor"], ["trust"], ["history"]]) {
      const { code, stderr } = await runCommand(parameters, telnyx.environment, folder.path);
      expect(code).toBe(2);
      expect(stderr).toMatch(/json may be changed by other users; `chmod go-w .+json`\n$/);
    }
    expect(telnyx.server.requests).toEqual([]);
    await chmod(join(folder.path, json), 0o644);
    expect((await runCommand([], telnyx.environment, folder.path)).code).toBe(0);
  });

  it("is refused behind a link too, where one that nobody else may write is not", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "shared.json");
    await writeFile(file, '{ "accounts": [{ "vendor": "telnyx" }] }');
    await symlink("shared.json", join(folder.path, json));
    expect((await runCommand([], {}, folder.path)).stdout).toContain("TELNYX_API_KEY is not set");
    await chmod(file, 0o666);
    expect((await runCommand([], {}, folder.path)).stderr).toContain("may be changed by other users");
  });
});

describe("a configuration that cannot be read", () => {
  it("is not taken for one that is not there", async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, json));
    const { code, stderr } = await runCommand([], { TELNYX_API_KEY: "KEY_1" }, folder.path);
    expect(code).toBe(2);
    expect(stderr).toMatch(/the configuration .+json cannot be read \(EISDIR\)\n$/);
  });
});

describe("the configuration in use", () => {
  it.each([
    [true, "openbalance: configuration FOLDER/openbalance.config.json\n"],
    [false, ""],
  ])("is named on a terminal: %s", async (isTTY, expected) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, json), '{ "accounts": [{ "vendor": "telnyx" }] }');
    let written = "";
    const stream = { isTTY, write: (text: string) => (written += text) };
    const context = {
      process: { stdout: stream, stderr: stream, env: {} },
      environment: {},
      directory: folder.path,
      signal: new AbortController().signal,
      outputClosed: new AbortController().signal,
      outputLost: new AbortController().signal,
    };
    const { accounts } = await selectAccounts(context, {});
    expect(accounts).toHaveLength(1);
    expect(written.replace(folder.path, "FOLDER")).toBe(expected);
  });

  it("is named by doctor, with where it was found", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, json), '{ "accounts": [{ "vendor": "telnyx" }] }');
    const { stdout } = await runCommand(["doctor"], telnyx.environment, folder.path);
    expect(stdout).toMatch(/^configuration .+openbalance\.config\.json, found in the working directory$/m);
  });
});

import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main, runCommand, startCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply, type TelnyxServer } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let telnyx: TelnyxServer;
beforeAll(async () => {
  telnyx = await startTelnyx(telnyxReply("400"));
});
afterAll(() => telnyx[Symbol.asyncDispose]());

const json = "openbalance.config.json";
// What Node does for a user that only has a number: the system knows no home and no name of it.
const homeless = `import os from "node:os";
import { syncBuiltinESMExports } from "node:module";
const fail = () => { throw Object.assign(new Error("uv_os_homedir returned ENOENT"), { code: "ERR_SYSTEM_ERROR" }); };
os.homedir = fail;
os.userInfo = fail;
syncBuiltinESMExports();`;
const withoutHome = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(homeless)}` };

describe("a user without a home", () => {
  it.each([[[]], [["guard", "--below", "telnyx=1"]], [["vendors"]], [["completion", "bash"]], [["--help"]]])(
    "can do all that keeps nothing: openbalance %j",
    async (parameters) => {
      const variables = { ...telnyx.environment, ...withoutHome };
      expect(await runCommand(parameters, variables)).toMatchObject({ code: 0, stderr: "" });
    },
  );

  it.each([[["history"]], [["read", "--record"]], [["serve", "--record"]]])(
    "is told to name a folder where something is to be kept: openbalance %j",
    async (parameters) => {
      const { code, stderr } = await runCommand(parameters, { ...telnyx.environment, ...withoutHome });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr:
          "openbalance: this user has no home to keep anything in; name a folder in OPENBALANCE_STATE_DIR\n",
      });
    },
  );

  it("can watch and serve, and is told by doctor", async () => {
    const variables = { ...telnyx.environment, ...withoutHome };
    const watching = startCommand(["watch"], variables);
    expect(await watching.nextLine()).toContain("USD total 400");
    const { code, stderr } = await watching.stop("SIGTERM");
    expect(code).toBe(0);
    expect(stderr).toContain("this user has no home to keep the state in");
    const serving = startCommand(["serve", "--port", "0"], variables);
    expect(await serving.nextLine()).toContain("listening on");
    expect((await serving.stop("SIGTERM")).code).toBe(0);
    const { stdout } = await runCommand(["doctor"], variables);
    expect(stdout).toMatch(/^state +this user has no home to keep anything in/m);
  });

  it("can have a configuration, and trust it where a folder is named", async () => {
    await using folder = await temporaryFolder();
    const command = ["echo", "KEY_of_command"];
    await writeFile(
      join(folder.path, json),
      JSON.stringify({ accounts: [{ vendor: "telnyx", apiKey: { command } }] }),
    );
    const variables = { ...telnyx.environment, ...withoutHome };
    expect((await runCommand([], variables, folder.path)).stderr).toContain("is not trusted yet");
    expect((await runCommand(["trust"], variables, folder.path)).code).toBe(2);
    const named = { ...variables, OPENBALANCE_STATE_DIR: join(folder.path, "state") };
    expect((await runCommand(["trust"], named, folder.path)).code).toBe(0);
    expect((await runCommand([], named, folder.path)).code).toBe(0);
  });
});

describe("OPENBALANCE_STATE_DIR", () => {
  it("may begin with ~/, which no shell expands there", async () => {
    await using folder = await temporaryFolder();
    await using home = await temporaryFolder();
    const variables = { ...telnyx.environment, HOME: home.path, OPENBALANCE_STATE_DIR: "~/kept/here" };
    expect((await runCommand(["--record"], variables, folder.path)).code).toBe(0);
    expect(await readdir(join(home.path, "kept/here/history"))).toHaveLength(1);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.each(["state", "./state", "~other/state", '"/var/state"'])(
    "is refused when it is not absolute, since it would be another folder everywhere: %s",
    async (place) => {
      await using folder = await temporaryFolder();
      await writeFile(join(folder.path, json), "{}");
      const variables = { ...telnyx.environment, OPENBALANCE_STATE_DIR: place };
      for (const parameters of [["--record"], ["watch"], ["history"], ["trust"], ["serve", "--record"]]) {
        const { code, stderr } = await runCommand(parameters, variables, folder.path);
        expect(code).toBe(2);
        expect(stderr).toContain("OPENBALANCE_STATE_DIR must be an absolute path, such as");
      }
      const { stdout } = await runCommand(["doctor"], variables, folder.path);
      expect(stdout).toMatch(/^state +OPENBALANCE_STATE_DIR must be an absolute path/m);
      expect(await readdir(folder.path)).toEqual([json]);
    },
  );

  it.each([
    ["empty", { OPENBALANCE_STATE_DIR: "" }],
    ["empty, and others relative", { OPENBALANCE_STATE_DIR: "", XDG_STATE_HOME: "state" }],
  ])("is as good as not set when it is %s", async (_what, more) => {
    await using folder = await temporaryFolder();
    await using home = await temporaryFolder();
    const variables = { ...telnyx.environment, HOME: home.path, ...more };
    expect((await runCommand(["--record"], variables, folder.path)).code).toBe(0);
    expect(await readdir(join(home.path, ".local/state/openbalance/history"))).toHaveLength(1);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.each(["", "home"])("leaves nothing in the working directory when HOME is %j", async (home) => {
    await using folder = await temporaryFolder();
    const variables = { ...telnyx.environment, HOME: home, NODE_COMPILE_CACHE: "" };
    expect((await runCommand(["--record"], variables, folder.path)).code).toBe(2);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

function belowProc(): Record<string, string> {
  return { ...telnyx.environment, OPENBALANCE_STATE_DIR: "/proc/openbalance/state" };
}

describe("a state folder where none can be made", () => {
  it("is told, at once: below /proc something is missing however often it is made", async () => {
    const { code, stdout, stderr } = await runCommand(["--record"], belowProc());
    expect(code).toBe(74);
    expect(stdout).toContain("400");
    expect(stderr).toMatch(/the readings cannot be kept in \/proc\/openbalance\/state\/history \(E\w+\)/);
    expect((await runCommand(["serve", "--record"], belowProc())).code).toBe(2);
  });

  it("does not keep watch from going on, nor from ending", async () => {
    const watching = startCommand(["watch"], belowProc());
    expect(await watching.nextLine()).toContain("USD total 400");
    const { code, stderr } = await watching.stop("SIGTERM");
    expect(code).toBe(0);
    expect(stderr).toContain("the state cannot be kept in /proc/openbalance/state/watch.json");
  });
});

describe("a path that begins with ~/", () => {
  it("is the user's in OPENBALANCE_CONFIG, --config and a configuration", async () => {
    await using folder = await temporaryFolder();
    await using home = await temporaryFolder();
    await mkdir(join(home.path, "keys"));
    await writeFile(join(home.path, "keys/telnyx"), "KEY_of_home\n");
    const accounts = [{ vendor: "telnyx", ref: "home", apiKey: { file: "~/keys/telnyx" } }];
    await writeFile(join(home.path, "accounts.json"), JSON.stringify({ accounts }));
    const variables = { ...telnyx.environment, HOME: home.path };
    const flag = await runCommand(["--config=~/accounts.json"], variables, folder.path);
    const ofVariables = { ...variables, OPENBALANCE_CONFIG: "~/accounts.json" };
    const variable = await runCommand([], ofVariables, folder.path);
    expect([flag.code, variable.code]).toEqual([0, 0]);
    expect(telnyx.server.requests.at(-1)?.headers["authorization"]).toBe("Bearer KEY_of_home");
  });
});

describe("a working directory that is gone", () => {
  it("is no fault of the command line", async () => {
    await using folder = await temporaryFolder();
    const gone = join(folder.path, "gone");
    await mkdir(gone);
    const script = 'rmdir "$PWD"; exec "$0" "$@"';
    const running = promisify(execFile)("sh", ["-c", script, process.execPath, main], { cwd: gone });
    await expect(running).rejects.toMatchObject({
      code: 2,
      stderr: "openbalance: the working directory is not there any more\n",
    });
  });
});

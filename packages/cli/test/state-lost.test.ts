import { execFile } from "node:child_process";
import { mkdir, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { loadWatchState } from "../src/commands/watch/watch-state.ts";
import { appendReadings } from "../src/readings/append-readings.ts";
import { runCommand, startCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { twoDays } from "./two-days.ts";

const none = { thresholds: {}, readings: {} };

describe("a state that cannot be kept", () => {
  it("is said by read and guard after what they read; a verdict stays, what is fine ends with 74", async () => {
    await using server = await startTelnyx(telnyxReply("5"));
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "history"), "");
    const environment = { ...server.environment, OPENBALANCE_STATE_DIR: folder.path };
    const inTurn = [
      ["read", "--record"],
      ["guard", "--record", "--below", "telnyx=1"],
      ["guard", "--record", "--below", "telnyx=20"],
    ];
    const codes: (number | null)[] = [];
    for (const parameters of inTurn) {
      const { code, stdout, stderr } = await runCommand(parameters, environment);
      codes.push(code);
      expect(stdout).toMatch(/telnyx +telnyx +USD/);
      expect(stderr).toMatch(/^openbalance: the readings cannot be kept in \S+ \(EEXIST\); .+\n$/);
    }
    expect(codes).toEqual([74, 74, 1]);
  });

  it("is refused by watch and serve before they begin, where no waiting mends it", async () => {
    await using server = await startTelnyx(telnyxReply("5"));
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "history"), "");
    const environment = { ...server.environment, OPENBALANCE_STATE_DIR: folder.path };
    for (const command of ["watch", "serve"]) {
      const { code, stdout, stderr } = await runCommand([command, "--record"], environment);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("(EEXIST)");
    }
    expect(server.server.requests).toEqual([]);
  });

  it("in whose place a folder lies is said by watch once, and leaves nothing beside it", async () => {
    await using server = await startTelnyx(telnyxReply("400"), telnyxReply("399"));
    await using folder = await temporaryFolder();
    const state = join(folder.path, "state");
    await mkdir(join(state, "watch.json"), { recursive: true });
    const environment = await configure(folder.path, server.environment, state);
    const running = startCommand(["watch", "--every", "20ms"], environment, folder.path);
    while (!(await running.nextLine()).includes("400 -> 399"));
    const { code, stderr } = await running.stop("SIGTERM");
    expect(code).toBe(0);
    expect(stderr.match(/the state cannot be kept in \S+watch\.json \(EISDIR\)/g)).toHaveLength(1);
    expect(await readdir(state)).toEqual(["watch.json"]);
  });

  it.runIf(process.platform !== "win32")(
    "that is a pipe or a link is none, and is waited for by nobody",
    async () => {
      await using folder = await temporaryFolder();
      await promisify(execFile)("mkfifo", [join(folder.path, "pipe")]);
      await writeFile(
        join(folder.path, "elsewhere"),
        '{"schema":"openbalance-watch/1","thresholds":{},"readings":{"a":[]}}',
      );
      await symlink(join(folder.path, "elsewhere"), join(folder.path, "link"));
      const [ofPipe, ofLink, ofFile] = await Promise.all(
        ["pipe", "link", "elsewhere"].map((name) => loadWatchState(join(folder.path, name))),
      );
      expect([ofPipe, ofLink]).toEqual([none, none]);
      expect(ofFile).toEqual({ thresholds: {}, readings: { a: [] } });
    },
  );

  it("whose folder vanishes is made anew by watch", async () => {
    await using server = await startTelnyx(...["400"].map(telnyxReply));
    await using folder = await temporaryFolder();
    const state = join(folder.path, "state");
    const environment = await configure(folder.path, server.environment, state);
    const running = startCommand(["watch", "--every", "20ms", "--record"], environment, folder.path);
    while (!(await running.nextLine()).includes("400"));
    await rm(state, { recursive: true, force: true, maxRetries: 10 });
    const again = async (): Promise<readonly string[]> => readdir(state).catch(() => []);
    while ((await again()).filter((name) => ["history", "watch.json"].includes(name)).length < 2)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const { code, stderr } = await running.stop("SIGTERM");
    expect(code).toBe(0);
    expect(stderr).not.toContain("fault of openbalance");
  });
});

describe("a history that cannot be read, deleted or shown", () => {
  it("says so, and is no fault of openbalance", async () => {
    await using folder = await temporaryFolder();
    const environment = { OPENBALANCE_STATE_DIR: folder.path };
    const history = join(folder.path, "history");
    await appendReadings(history, twoDays("prod"));
    await mkdir(join(history, "2020-01.jsonl"));
    const page = join(folder.path, "none", "page.html");
    const ended = [
      await runCommand(["history", "--since", "9999d"], environment),
      await runCommand(["history", "--forget", "365d"], environment),
      await runCommand(["history", "--html", page], environment),
      await runCommand(["history"], { OPENBALANCE_STATE_DIR: join(history, "2020-01.jsonl", "none") }),
      await runCommand(["history"], { OPENBALANCE_STATE_DIR: "/dev/null" }),
    ];
    expect(ended.map(({ code }) => code)).toEqual([2, 74, 74, 2, 2]);
    expect(ended.map(({ stderr }) => /\((E\w+)\)/.exec(stderr)?.[1])).toEqual([
      "EISDIR",
      expect.stringMatching(/EISDIR|EPERM/),
      "ENOENT",
      undefined,
      "ENOTDIR",
    ]);
  });

  it("a new page is its owner's alone", async () => {
    await using folder = await temporaryFolder();
    await appendReadings(join(folder.path, "history"), twoDays("prod"));
    await runCommand(["history", "--html", "a.html"], { OPENBALANCE_STATE_DIR: folder.path }, folder.path);
    expect((await stat(join(folder.path, "a.html"))).mode & 0o777).toBe(0o600);
  });
});

/** A configuration that reads every few milliseconds, and the environment for it. */
async function configure(
  folder: string,
  environment: Readonly<Record<string, string>>,
  state: string,
): Promise<Record<string, string>> {
  const accounts = [{ vendor: "telnyx", ref: "telnyx", shortestInterval: "20ms" }];
  await writeFile(join(folder, "openbalance.config.json"), JSON.stringify({ accounts }));
  return { ...environment, OPENBALANCE_STATE_DIR: state };
}

import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand, spawnCommand, startCommand, type Finished } from "./run-command.ts";
import { startTelnyx, telnyxReply, type TelnyxServer } from "./telnyx-server.ts";
import { temporaryFolder, type TemporaryFolder } from "./temporary-folder.ts";

let telnyx: TelnyxServer;
beforeAll(async () => {
  telnyx = await startTelnyx(telnyxReply("400"));
});
afterAll(() => telnyx[Symbol.asyncDispose]());

type Source = { readonly file: string } | { readonly command: readonly string[] };

/** Writes a configuration with an account for every source, named `accounts.json`. */
async function configure(
  { path }: TemporaryFolder,
  sources: Readonly<Record<string, Source>>,
): Promise<void> {
  const accounts = Object.entries(sources).map(([ref, apiKey]) => ({ vendor: "telnyx", ref, apiKey }));
  const usual = { vendor: "telnyx", ref: "usual" };
  await writeFile(join(path, "accounts.json"), JSON.stringify({ accounts: [...accounts, usual] }));
}

const named = ["--config", "accounts.json"];

async function readWith(sources: Readonly<Record<string, Source>>, ...more: string[]): Promise<Finished> {
  await using folder = await temporaryFolder();
  await configure(folder, sources);
  return await runCommand([...named, ...more], telnyx.environment, folder.path);
}

/** Two that never come, one that will not even be ended, and what they leave behind in the folder. */
async function endlessSources({ path }: TemporaryFolder): Promise<Readonly<Record<string, Source>>> {
  await promisify(execFile)("mkfifo", [join(path, "pipe")]);
  const stubborn = "trap '' TERM INT; echo $$ > stubborn; while :; do sleep 1; done";
  return {
    pipe: { file: "pipe" },
    sleeping: { command: ["sh", "-c", "echo $$ > sleeping; exec sleep 600"] },
    stubborn: { command: ["sh", "-c", stubborn] },
  };
}

/** The number of the process that wrote it into a file. */
async function processIn({ path }: TemporaryFolder, name: string): Promise<number> {
  for (;;) {
    const text = await readFile(join(path, name), "utf8").catch(() => "");
    if (text !== "") return Number(text);
    await wait(10);
  }
}

/** Waits until processes have ended, which a kill does not at once; one that never does runs into the test's limit. */
async function untilEnded(processIds: readonly number[]): Promise<void> {
  while (processIds.some(isRunning)) await wait(10);
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

describe("a secret that never comes", () => {
  it("fails its own account when the time is over, and nothing of it is left behind", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, await endlessSources(folder));
    const { code, stdout } = await runCommand([...named, "--timeout", "2s"], telnyx.environment, folder.path);
    expect(code).toBe(4);
    expect(stdout.match(/accounts\[\d\]\.apiKey: the secret did not come in time/g)).toHaveLength(3);
    expect(stdout).toMatch(/^telnyx +usual +USD +400/m);
    const processes = [await processIn(folder, "sleeping"), await processIn(folder, "stubborn")];
    await untilEnded(processes);
  });

  it("takes no place from others, however many there are", async () => {
    await using folder = await temporaryFolder();
    await promisify(execFile)("mkfifo", [join(folder.path, "pipe")]);
    const refs = Array.from({ length: 20 }, (_, index) => [`pipe${index}`, { file: "pipe" }] as const);
    await configure(folder, Object.fromEntries(refs));
    const parameters = ["guard", "--below", "telnyx/usual=1", "--below", "telnyx=1", "--timeout", "2s"];
    const { code, stdout } = await runCommand([...parameters, ...named], telnyx.environment, folder.path);
    expect(code).toBe(4);
    expect(stdout).toMatch(/^FINE +telnyx +usual/m);
    expect(stdout.match(/^UNKNOWN +telnyx +pipe\d+/gm)).toHaveLength(20);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("is given up at the first %s", async (signal) => {
    await using folder = await temporaryFolder();
    await configure(folder, await endlessSources(folder));
    const child = spawnCommand(named, telnyx.environment, folder.path);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => (output += String(chunk)));
    const processes = [await processIn(folder, "sleeping"), await processIn(folder, "stubborn")];
    child.kill(signal);
    await once(child, "close");
    expect({ code: child.exitCode, output }).toEqual({ code: signal === "SIGINT" ? 130 : 143, output: "" });
    await untilEnded(processes);
  });

  it("does not keep serve from listening, nor watch from reading the others", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, await endlessSources(folder));
    const serving = startCommand(
      ["serve", "--port", "0", "--timeout", "2s", ...named],
      telnyx.environment,
      folder.path,
    );
    const [, url = ""] = /^listening on (\S+)$/.exec(await serving.nextLine()) ?? [];
    const metrics = await (await fetch(url)).text();
    expect(metrics).toContain('openbalance_left{vendor="telnyx",account="usual"');
    expect(metrics).toContain('openbalance_up{vendor="telnyx",account="stubborn"} 0');
    expect((await serving.stop("SIGTERM")).code).toBe(0);
    const watching = startCommand(["watch", ...named], telnyx.environment, folder.path);
    expect(await watching.nextLine()).toContain("usual");
    expect((await watching.stop("SIGINT")).code).toBe(0);
    await untilEnded([await processIn(folder, "stubborn")]);
  });

  it("is named by doctor, which goes on with the rest", async () => {
    await using folder = await temporaryFolder();
    await configure(folder, await endlessSources(folder));
    const { code, stdout } = await runCommand(
      ["doctor", "--timeout", "2s", ...named],
      telnyx.environment,
      folder.path,
    );
    expect(code).toBe(4);
    expect(stdout).toMatch(/FAILED +credential +accounts\[0\]\.apiKey: the secret did not come in time/);
    expect(stdout).toContain("the key sees USD");
  });
});

describe("a secret from elsewhere", () => {
  it("may come through a pipe, once", async () => {
    await using folder = await temporaryFolder();
    const pipe = join(folder.path, "pipe");
    await promisify(execFile)("mkfifo", [pipe]);
    await configure(folder, { pipe: { file: "pipe" } });
    const running = runCommand(named, telnyx.environment, folder.path);
    await writeFile(pipe, "KEY_of_pipe\n");
    expect((await running).code).toBe(0);
    const headers = telnyx.server.requests.map((request) => request.headers["authorization"]);
    expect(headers).toContain("Bearer KEY_of_pipe");
  });

  it("may come from a program that leaves another one behind", async () => {
    await using folder = await temporaryFolder();
    const command = ["sh", "-c", "sleep 600 & echo $! > left; echo KEY_of_command"];
    await configure(folder, { command: { command } });
    const { code, stdout } = await runCommand(named, telnyx.environment, folder.path);
    process.kill(await processIn(folder, "left"));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^telnyx +command +USD/m);
  });

  it("may begin with a byte order mark and end with a line", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "key"), "\u{feff}KEY_of_file\r\n");
    await configure(folder, { file: { file: "key" } });
    expect((await runCommand(named, telnyx.environment, folder.path)).code).toBe(0);
    const headers = telnyx.server.requests.map((request) => request.headers["authorization"]);
    expect(headers).toContain("Bearer KEY_of_file");
  });

  it.each([
    ["a device without end", { file: "/dev/zero" }, "the file /dev/zero cannot be read (EFBIG)"],
    ["a program without end", { command: ["yes"] }, "the command yes failed (it prints more than a secret)"],
    ["a program that is not there", { command: ["no-such"] }, "the command no-such failed (ENOENT)"],
    ["a program that fails", { command: ["sh", "-c", "exit 9"] }, "the command sh failed (9)"],
    ["one that a signal ended", { command: ["sh", "-c", "kill -9 $$"] }, "the command sh failed (SIGKILL)"],
    ["no argument", { command: ["echo", "hidden-\0"] }, "the command echo failed (ERR_INVALID_ARG_VALUE)"],
    ["nothing", { file: "/dev/null" }, "the secret is empty"],
    ["quotes", { command: ["echo", '"hidden-1"'] }, "stands in quotes, which would be sent with it"],
    [
      "a blank",
      { command: ["echo", "hidden 1"] },
      "holds a blank, a line break or a character outside ASCII",
    ],
  ])(
    "says what is wrong when it is %s, before anything is sent, and shows none of it",
    async (_what, source, reason) => {
      const before = telnyx.server.requests.length;
      const { code, stdout, stderr } = await readWith({ prod: source });
      expect(code).toBe(3);
      expect(stdout).toMatch(/^telnyx +prod .*accounts\[0\]\.apiKey/m);
      expect(stdout).toContain(reason);
      expect(stdout + stderr).not.toMatch(/hidden/);
      expect(telnyx.server.requests.length).toBe(before + 1);
    },
  );
});

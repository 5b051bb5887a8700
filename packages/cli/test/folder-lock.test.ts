import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockFolder, type FolderLock, type Holder } from "../src/commands/watch/folder-lock.ts";
import { ownIdentity } from "../src/commands/watch/process-identity.ts";
import { runCommand, startCommand } from "./run-command.ts";
import { startTelnyx, telnyxReply } from "./telnyx-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { signal } = new AbortController();
const since = "2026-11-22T02:40:00.000Z";
const own = await ownIdentity();
const parent = { pid: process.ppid, place: own.place };

/** Takes a folder; gives what came of it, and how often a sign of life was waited for. */
async function take(folder: string, beatMs = 3_600_000): Promise<readonly [FolderLock | Holder, number]> {
  let waits = 0;
  const onWait = (): void => void (waits += 1);
  return [await lockFolder(folder, signal, { beatMs, patienceMs: 100, onWait }), waits];
}

const leave = (folder: string, text: string): Promise<void> => writeFile(join(folder, "watch.lock"), text);

describe("a folder of one watch", () => {
  it("is free again once it is given back", async () => {
    await using folder = await temporaryFolder();
    for (let round = 0; round < 2; round += 1) {
      const [lock] = await take(folder.path);
      expect(JSON.parse(await readFile(join(folder.path, "watch.lock"), "utf8"))).toMatchObject(own);
      await (lock as FolderLock)[Symbol.asyncDispose]();
      expect(await readdir(folder.path)).toEqual([]);
    }
  });

  it.each([
    ["has ended", { ...own, pid: 4_194_305, since }],
    ["had this process's number", { ...own, since }],
    ["cannot be seen and gives no sign", { pid: 1, place: "elsewhere", since }],
    ["gave its number to another", { ...parent, started: "1", since }],
  ])("is taken over from a process that %s", async (_title, holder) => {
    await using folder = await temporaryFolder();
    await leave(folder.path, JSON.stringify(holder));
    const [lock, waits] = await take(folder.path);
    expect(lock).toHaveProperty("lost");
    expect(waits).toBe(holder.place === "elsewhere" ? 1 : 0);
    await (lock as FolderLock)[Symbol.asyncDispose]();
  });

  it.each(["", "{}", "[]", '{"pid":"1"}', `{"pid":-1,"place":"","since":"${since}"}`])(
    "is taken over where what holds it is %j",
    async (text) => {
      await using folder = await temporaryFolder();
      await leave(folder.path, text);
      const [lock, waits] = await take(folder.path);
      expect(lock).toHaveProperty("lost");
      expect(waits).toBe(1);
      await (lock as FolderLock)[Symbol.asyncDispose]();
    },
  );

  it("is not taken from a process that cannot be seen and gives signs of life", async () => {
    await using folder = await temporaryFolder();
    const holder = { pid: 1, place: "elsewhere", since };
    await leave(folder.path, JSON.stringify(holder));
    let beat = 0;
    const timer = setInterval(() => void utimes(join(folder.path, "watch.lock"), 1, (beat += 1)), 1);
    const [taken] = await take(folder.path);
    clearInterval(timer);
    expect(taken).toEqual(holder);
  });

  it("is lost to who took it over, and is left to them", async () => {
    await using folder = await temporaryFolder();
    const [lock] = await take(folder.path, 1);
    const other = JSON.stringify({ ...parent, since });
    await leave(folder.path, other);
    const { lost } = lock as FolderLock;
    while (!lost.aborted) await new Promise((resolve) => setTimeout(resolve, 1));
    await (lock as FolderLock)[Symbol.asyncDispose]();
    expect(await readFile(join(folder.path, "watch.lock"), "utf8")).toBe(other);
  });
});

describe("two watches of one state folder", () => {
  it("the second is refused, with the process that has it and since when, and tells nothing", async () => {
    await using telnyx = await startTelnyx(telnyxReply("5"));
    await using folder = await temporaryFolder();
    const environment = { ...telnyx.environment, OPENBALANCE_STATE_DIR: folder.path };
    const first = startCommand(["watch", "--below", "telnyx=20"], environment);
    while (!(await first.nextLine()).includes("BELOW"));
    const holder = JSON.parse(await readFile(join(folder.path, "watch.lock"), "utf8")) as Holder;
    const second = await runCommand(["watch", "--below", "telnyx=20"], environment);
    expect(second).toMatchObject({ code: 2, stdout: "" });
    expect(second.stderr).toContain(
      `another watch keeps its state in ${folder.path} (process ${holder.pid} on `,
    );
    expect(second.stderr).toContain(`, since ${holder.since}); stop it, or name another folder`);
    await first.stop("SIGTERM");
    expect(await readdir(folder.path)).toEqual(["watch.json"]);
  });

  it("one that was killed is followed by another, which clears what it left", async () => {
    await using telnyx = await startTelnyx(telnyxReply("400"));
    await using folder = await temporaryFolder();
    const environment = { ...telnyx.environment, OPENBALANCE_STATE_DIR: folder.path };
    const first = startCommand(["watch"], environment);
    await first.nextLine();
    await first.stop("SIGKILL");
    const leftover = "01234567-89ab-cdef-0123-456789abcdef";
    for (const name of ["watch.json", "watch.lock"])
      await writeFile(join(folder.path, `${name}.${leftover}`), "");
    await writeFile(join(folder.path, "watch.json.mine"), "");
    const second = startCommand(["watch", "--vendor", "telnyx"], environment);
    // Nothing changed, so nothing is printed.
    while ((await readdir(folder.path)).some((name) => name.includes(leftover)))
      await new Promise((resolve) => setTimeout(resolve, 5));
    const { code } = await second.stop("SIGTERM");
    expect(code).toBe(0);
    expect(await readdir(folder.path)).toEqual(expect.arrayContaining(["watch.json.mine"]));
    expect(await readdir(folder.path)).not.toContain("watch.lock");
  });
});

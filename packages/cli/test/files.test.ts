import { execFile } from "node:child_process";
import { mkdir, open, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../src/runtime/make-folder.ts";
import { readWhole } from "../src/runtime/read-whole.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { signal } = new AbortController();

/** Makes a pipe that has a name. */
async function makePipe(folder: string): Promise<string> {
  const path = join(folder, "pipe");
  await promisify(execFile)("mkfifo", [path]);
  return path;
}

describe("a file that is read whole", () => {
  it("is given to its end, and nothing of an empty one", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "file");
    const long = "0123456789".repeat(20_000);
    await writeFile(path, long);
    expect((await readWhole(path, 200_000, signal)).content.toString()).toBe(long);
    await writeFile(path, "");
    expect((await readWhole(path, 1, signal)).content).toHaveLength(0);
  });

  it("is refused when it is longer than asked for, or has no end", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "file");
    await writeFile(path, "12345");
    await expect(readWhole(path, 4, signal)).rejects.toMatchObject({ code: "EFBIG" });
    await expect(readWhole("/dev/zero", 100_000, signal)).rejects.toMatchObject({ code: "EFBIG" });
  });

  it("may be a pipe: what is written in pieces is waited for", async () => {
    await using folder = await temporaryFolder();
    const path = await makePipe(folder.path);
    const reading = readWhole(path, 1_000, signal);
    const writer = await open(path, "w");
    await writer.write("one ");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await writer.write("two");
    await writer.close();
    expect((await reading).content.toString()).toBe("one two");
  });

  it("holds no thread while it waits: ten pipes that nobody writes stop no other file", async () => {
    await using folder = await temporaryFolder();
    const path = await makePipe(folder.path);
    const end = new AbortController();
    const readings = Array.from({ length: 10 }, () => readWhole(path, 1_000, end.signal));
    const ended = Promise.allSettled(readings);
    expect((await stat(folder.path)).isDirectory()).toBe(true);
    end.abort();
    expect((await ended).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => "rejected"));
  });
});

describe("a folder that is made", () => {
  it("is the user's alone, with all that it lies in, and may be there already", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "one/two/three");
    await makeFolder(path);
    await makeFolder(path);
    for (const part of ["one", "one/two", "one/two/three"]) {
      expect((await stat(join(folder.path, part))).mode & 0o777).toBe(0o700);
    }
  });

  it("is refused in the place of a file, and where there are no folders", async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "file"), "");
    await expect(makeFolder(join(folder.path, "file"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolder(join(folder.path, "file/below"))).rejects.toMatchObject({ code: "ENOTDIR" });
    await mkdir(join(folder.path, "there"));
    expect(await readdir(folder.path)).toEqual(["file", "there"]);
  });

  it("is refused below /proc, where something is missing however often it is tried", async () => {
    await expect(makeFolder("/proc/openbalance/state")).rejects.toThrow(/^E[A-Z]+: /);
  });
});

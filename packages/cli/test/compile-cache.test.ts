import { chmod, lstat, mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../src/runtime/compile-cache.ts";
import { runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The mode of a folder as `chmod` takes it. */
async function modeOf(folder: string): Promise<string> {
  return ((await lstat(folder)).mode & 0o7777).toString(8);
}

describe("what Node compiled", () => {
  it("is kept in the user's own cache folder, which nobody else may enter, and nowhere else", async () => {
    await using home = await temporaryFolder();
    await using temporary = await temporaryFolder();
    const variables = { HOME: home.path, TMPDIR: temporary.path, NODE_COMPILE_CACHE: "" };
    expect(await runCommand(["vendors"], variables)).toMatchObject({ code: 0, stderr: "" });
    expect(await readdir(home.path)).toEqual([".cache"]);
    expect(await modeOf(join(home.path, ".cache/openbalance"))).toBe("700");
    expect(await readdir(join(home.path, ".cache/openbalance/compiled"))).not.toEqual([]);
    expect(await readdir(temporary.path)).toEqual([]);
  });

  it("is kept nowhere by a user without a home", async () => {
    await using temporary = await temporaryFolder();
    const variables = { HOME: "/dev/null", TMPDIR: temporary.path, NODE_COMPILE_CACHE: "" };
    expect(await runCommand(["vendors"], variables)).toMatchObject({ code: 0, stderr: "" });
    expect(await readdir(temporary.path)).toEqual([]);
  });
});

describe("the cache folder", () => {
  it("is the one of XDG_CACHE_HOME where that is absolute", async () => {
    await using folder = await temporaryFolder();
    expect(cacheFolder({ XDG_CACHE_HOME: folder.path })).toBe(join(folder.path, "openbalance/compiled"));
    const variables = { HOME: folder.path, XDG_CACHE_HOME: "cache", NODE_COMPILE_CACHE: "" };
    await runCommand(["vendors"], variables, folder.path);
    expect(await readdir(folder.path)).toEqual([".cache", "openbalance"]);
  });

  it("may lie in a folder that all may write when nobody may rename what is there", async () => {
    await using folder = await temporaryFolder();
    await chmod(folder.path, 0o1777);
    expect(cacheFolder({ XDG_CACHE_HOME: folder.path })).toBeDefined();
    await chmod(folder.path, 0o777);
    expect(cacheFolder({ XDG_CACHE_HOME: folder.path })).toBeUndefined();
  });

  it("is none when it belongs to another user", async () => {
    await using folder = await temporaryFolder();
    await chmod(folder.path, 0o1777);
    await mkdir(join(folder.path, "openbalance"), { mode: 0o700 });
    const another = (process.getuid?.() ?? 0) + 1;
    expect(cacheFolder({ XDG_CACHE_HOME: folder.path }, another)).toBeUndefined();
  });

  it.each([0o770, 0o707, 0o755])("is none when others may enter it: mode %o", async (mode) => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, "openbalance"));
    await chmod(join(folder.path, "openbalance"), mode);
    expect(cacheFolder({ XDG_CACHE_HOME: folder.path })).toBeUndefined();
  });

  it("is none when a link stands in its place", async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, "elsewhere"), { mode: 0o700 });
    await symlink("elsewhere", join(folder.path, "openbalance"));
    expect(cacheFolder({ XDG_CACHE_HOME: folder.path })).toBeUndefined();
  });

  it.each(["/proc/openbalance/none", "/dev/null/none"])(
    "is none where no folder can be made: %s",
    (place) => {
      expect(cacheFolder({ XDG_CACHE_HOME: place })).toBeUndefined();
    },
  );
});

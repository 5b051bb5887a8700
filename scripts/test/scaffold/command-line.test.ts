import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { acme } from "../intake/acme.ts";

// Every test starts a process, beside whatever else the machine does.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "openbalance-command-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(
  script: string,
  ...options: readonly string[]
): Promise<{ code: unknown; printed: string; said: string }> {
  const file = new URL(`../../${script}`, import.meta.url).pathname;
  const child = spawn(process.execPath, [file, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const [printed, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, printed, said };
}

describe("add-vendor", () => {
  it.each([
    ["an option that there is not", ["acme", "--speck", "x.yaml"]],
    ["a word that errors cannot be", ["acme", "--spec", "x.yaml", "--errors", "dropped"]],
  ])("ends with 2 and says how it is used, given %s", async (_name, options) => {
    const { code, printed, said } = await run("add-vendor.ts", ...options);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(said).toContain(
      'pnpm add-vendor <name> --spec <file, URL or saved docs page> [--operation <id or "GET /path">]',
    );
  });

  it.each([
    ["broken.yaml", "openapi: 3.1.0\ninfo: [\n", "broken.yaml, line 3: it is neither JSON nor YAML"],
    ["large.json", JSON.stringify(acme()), "large.json: it is larger than 100 bytes"],
  ])("ends with 1, one clear line and nothing written, given %s", async (file, content, message) => {
    await writeFile(join(folder, file), content);
    await cp(
      new URL("../../../packages/normalize/package.json", import.meta.url),
      join(folder, "packages/normalize/package.json"),
    );
    const limit = file.startsWith("large") ? ["--max-bytes", "100"] : [];
    const { code, said } = await run(
      "add-vendor.ts",
      "acme",
      "--spec",
      join(folder, file),
      "--root",
      folder,
      ...limit,
    );
    expect(code).toBe(1);
    expect(said).toContain(message);
    expect(said.trimEnd().split("\n").at(-1)).toBe("Nothing was written.");
    expect(said).not.toContain(" at ");
    await expect(access(join(folder, "specs"))).rejects.toThrow("ENOENT");
  });
});

it("add-vendor refuses a root that is no workspace", async () => {
  const { code, said } = await run("add-vendor.ts", "acme", "--spec", "x.yaml", "--root", folder);
  expect({ code, isClear: said.includes("it is no workspace of this project") }).toEqual({
    code: 1,
    isClear: true,
  });
});

describe("specs:update", () => {
  it("names the vendor whose document cannot be had, and goes on with the others", async () => {
    const { code, said } = await run("update-specs.ts", "gone", "lost", "--root", folder);
    expect(code).toBe(1);
    expect(said.trimEnd().split("\n")).toEqual([
      "gone: specs/gone/source.json: there is no such file. Name a vendor that has one.",
      "lost: specs/lost/source.json: there is no such file. Name a vendor that has one.",
    ]);
  });
});

it("specs:lint ends with 1 for a vendor that there is not, and 0 for one that breaks no rule", async () => {
  expect((await run("lint-specs.ts", "../telnyx")).code).toBe(1);
  expect(await run("lint-specs.ts", "telnyx")).toEqual({ code: 0, printed: "telnyx: right\n", said: "" });
});

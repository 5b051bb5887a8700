import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, type Finished } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function runWith(content: string | Buffer): Promise<Finished> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, "openbalance.config.json"), content);
  return await runCommand([], {}, folder.path);
}

const text = '{ "accounts": [{ "vendor": "telnyx", "ref": "prod" }] }';

describe("the text of a configuration", () => {
  it("may begin with a byte order mark", async () => {
    const { code, stdout } = await runWith(`\u{feff}${text}`);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^telnyx +prod +.*TELNYX_API_KEY is not set$/m);
  });

  it("must be UTF-8", async () => {
    const { code, stderr } = await runWith(Buffer.from(`\u{feff}${text}`, "utf16le"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/openbalance\.config\.json: this is not UTF-8; save it as that\n$/);
  });

  it.each([
    ["nested without end", "[".repeat(100_000)],
    ["nested and closed", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["of another kind", "\0".repeat(1_000)],
    ["empty", ""],
  ])("is refused in one line when it is %s", async (_what, content) => {
    const { code, stdout, stderr } = await runWith(content);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^openbalance: .+openbalance\.config\.json(:\d+)?: this is not JSON.+\n$/);
  });

  it("is refused when it is too long to be one", async () => {
    const { code, stderr } = await runWith(" ".repeat(5_000_000));
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be read (EFBIG)");
  });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, type Finished } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const file = "openbalance.config.mjs";
// A line of this file that begins so would count as a default export of it.
const exportDefault = "export default";

/** Runs a command with a configuration that is code, and named, so that it needs no trust. */
async function runWith(source: string, parameters: readonly string[] = []): Promise<Finished> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, file), source);
  const variables = { ACME_KEY: "key-of-acme" };
  const finished = await runCommand([...parameters, "--config", file], variables, folder.path);
  return { ...finished, stderr: finished.stderr.replaceAll(`${folder.path}/`, "") };
}

describe("a configuration that is code and fails", () => {
  it.each([
    ["throw new Error(process.env.ACME_KEY);", `${file}:1: it ends with an error;`],
    ["\nthrow new TypeError(process.env.ACME_KEY);", `${file}:2: it ends with an error (TypeError);`],
    ["throw process.env.ACME_KEY;", `${file}: it ends with an error;`],
    ["throw Object.assign(new Error(), { name: process.env.ACME_KEY });", "it ends with an error;"],
    ["throw Object.assign(new Error(), { code: process.env.ACME_KEY });", "it ends with an error;"],
    ["throw Object.assign(new Error(), { stack: 1 });", "it ends with an error;"],
    [`const key = "key-of-acme;\n${exportDefault} {};`, "it ends with an error (SyntaxError);"],
    [`${exportDefault} { accounts: [{ apiKey: key-of-acme } };`, "it ends with an error (SyntaxError);"],
    ["import 'no-such-module';", "it imports a module that is not there; is everything installed?"],
    ["await import('node:fs').then((fs) => fs.readFileSync('none'));", "it ends with an error (ENOENT);"],
  ])("says where, and never what was thrown: %j", async (source, reason) => {
    for (const parameters of [[], ["doctor"], ["doctor", "--json"]]) {
      const { code, stdout, stderr } = await runWith(source, parameters);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(reason);
      expect(stderr).not.toMatch(/key-of-acme|key-of/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

import { listVendors } from "@openbalance/specs";
import { describe, expect, it } from "vitest";
import { files, linesMatching, readText, writtenCode } from "./tree.ts";

/** Whether the line above a default export excuses it. */
function saysWhyItExportsDefault(place: string): boolean {
  const [file = "", line] = place.split(":");
  const above = readText(file).split("\n")[Number(line) - 2] ?? "";
  return /oxlint-disable-next-line import\/no-default-export -- \w/.test(above);
}

const vendors = await listVendors();

describe.each(vendors)("%s has every piece a vendor needs", (vendor) => {
  it.each([
    `specs/${vendor}/overlay.yaml`,
    `specs/${vendor}/mock.overlay.yaml`,
    `specs/${vendor}/source.json`,
    `packages/${vendor}/package.json`,
    `packages/${vendor}/README.md`,
    `packages/${vendor}/src/index.ts`,
    `packages/${vendor}/src/client.ts`,
    `packages/${vendor}/src/problem.ts`,
    `packages/${vendor}/src/generated/openapi.ts`,
    `packages/normalize/src/vendors/${vendor}.ts`,
    `packages/normalize/test/vendors/${vendor}.test.ts`,
    `packages/normalize/test/laws/${vendor}.test.ts`,
    `packages/normalize/test/laws/shapes/${vendor}.ts`,
    `packages/${vendor}/test/documented-replies.test.ts`,
    `packages/cli/src/built-in/${vendor}.ts`,
    `docs/vendors/${vendor}.md`,
  ])("%s", (file) => {
    expect(files).toContain(file);
  });
});

describe("the code", () => {
  it("has no file over 250 lines", () => {
    // Reports of the public surface, the page of capability tables and changelogs are written by programs.
    const pages = files.filter(
      (file) => file.endsWith(".md") && !/\/api\/|capabilities|CHANGELOG/.test(file),
    );
    const long = [...writtenCode, ...pages].filter((file) => readText(file).split("\n").length > 251);
    expect(long).toEqual([]);
  });

  it("has no default export but in a tool's configuration and where a platform looks for one, which is said", () => {
    const code = writtenCode.filter((file) => !/(^|\/)[\w.-]+\.config\.m?[jt]s$/.test(file));
    const found = linesMatching(code, /^\s*export default\b|\bas default\b/);
    expect(found.filter((place) => !saysWhyItExportsDefault(place))).toEqual([]);
  });

  it("has no `any`, no enum, and no suppressed check without its reason", () => {
    expect(linesMatching(writtenCode, /(:|\bas|<) any(\[\])?[,;)>=]|^\s*(export )?(const )?enum /)).toEqual(
      [],
    );
    expect(linesMatching(writtenCode, /@ts-(ignore|nocheck)/)).toEqual([]);
    expect(
      linesMatching(writtenCode, /(@ts-expect-error|oxlint-disable[\w-]*( [\w/,-]+)?)\s*(\*\/)?$/),
    ).toEqual([]);
  });

  it("has no skipped or focused test", () => {
    const tests = writtenCode.filter(
      (file) => /\.test(-d)?\.ts$/.test(file) && !file.endsWith("layout.test.ts"),
    );
    expect(linesMatching(tests, /\b(it|test|describe)\.(skip|only|todo|fails)\b|\bskipIf\(|\bxit\(/)).toEqual(
      [],
    );
  });

  it("writes what users see through one writer, which nothing a vendor wrote passes as more than text", () => {
    const ofCommandLine = writtenCode.filter((file) => file.startsWith("packages/cli/src/"));
    const writing = /(?<!context\.)\bprocess\.std(out|err)\b|\bconsole\.(log|info|warn|error)\b/;
    const writers = linesMatching(ofCommandLine, writing).map((place) => place.split(":")[0]);
    expect([...new Set(writers)]).toEqual([
      "packages/cli/src/main.ts",
      "packages/cli/src/program/run-command-line.ts",
    ]);
  });

  it("asks for the user's own folders in one place, makes folders one by one, and keeps nothing where all users write", () => {
    const published = writtenCode.filter((file) => /^packages\/(?!testing\/)[^/]+\/src\//.test(file));
    // Without a folder of ours, Node compiles into one that all users share, and runs what it finds there.
    const places = linesMatching(published, /\b(homedir|tmpdir|userInfo)\(/).map(
      (place) => place.split(":")[0],
    );
    expect(places).toEqual(["packages/cli/src/runtime/user-folder.ts"]);
    expect(linesMatching(published, /\bmkdir(Sync)?\(.*recursive/)).toEqual([]);
    expect(linesMatching(writtenCode, /\benableCompileCache\(\)/)).toEqual([]);
  });

  it("has no file named after nothing in particular", () => {
    const vague = writtenCode.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\b/.test(file));
    expect(vague).toEqual([]);
  });
});

describe("generated files", () => {
  const generated = files.filter((file) => file.includes("/generated/"));

  it("say that they are generated and where to mend them", () => {
    // Types, fields and reads of each vendor, and two lists of all.
    expect(generated.length).toBe(3 * vendors.length + 2);
    const headless = generated.filter((file) => !readText(file).startsWith("// Generated from specs/"));
    expect(headless).toEqual([]);
  });

  it("are marked for reviewers", () => {
    expect(readText(".gitattributes")).toContain("packages/*/src/generated/** linguist-generated");
  });
});

describe("decisions", () => {
  it("are records of at most 40 lines with context, decision and consequences", () => {
    const records = files.filter((file) => /^docs\/decisions\/\d{4}-.+\.md$/.test(file));
    expect(records.length).toBeGreaterThan(0);
    const wrong = records.filter((file) => {
      const text = readText(file);
      const complete = ["## Context", "## Decision", "## Consequences", "## Alternatives"];
      return text.trimEnd().split("\n").length > 40 || complete.some((heading) => !text.includes(heading));
    });
    expect(wrong).toEqual([]);
  });

  it("have a number of their own each", () => {
    const numbers = files.flatMap((file) => /^docs\/decisions\/(\d{4})-/.exec(file)?.[1] ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

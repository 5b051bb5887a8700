import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Some tests of one workspace. */
export interface TestRun {
  /** The workspace, from the root. */
  readonly workspace: string;
  /** From the workspace. Absent: all of them. */
  readonly files?: readonly string[];
  /** What the names of the tests hold. Absent: whatever they are called. */
  readonly named?: string;
}

/** Tests that are run for every vendor name their list so. */
const everyVendor = /\.each\((await listVendors\(\)|(vendors|vendorVariables|wireVendors|addresses)\b)/;

/**
 * What the files of one vendor can change: its package, the tests that bear its name, and its part of those that are run
 * for every vendor. `files` are those of the repository.
 */
export function vendorTests(root: string, files: readonly string[], vendor: string): readonly TestRun[] {
  const tests = files.filter((file) => file.endsWith(".test.ts") && !file.startsWith(`packages/${vendor}/`));
  const own = new RegExp(`/${vendor}[.-]`);
  return [
    { workspace: `packages/${vendor}` },
    ...byWorkspace(tests.filter((file) => own.test(file))),
    ...byWorkspace(
      tests.filter((file) => !own.test(file) && everyVendor.test(readFileSync(join(root, file), "utf8"))),
      `\\b${vendor}\\b`,
    ),
  ];
}

function byWorkspace(tests: readonly string[], named?: string): readonly TestRun[] {
  const groups = Map.groupBy(tests, workspaceOf);
  return [...groups].map(([workspace, found]): TestRun => {
    const files = found.map((file) => file.slice(workspace.length + 1));
    return named === undefined ? { workspace, files } : { workspace, files, named };
  });
}

/** The folder above `test`. */
function workspaceOf(file: string): string {
  return dirname(file.slice(0, file.indexOf("/test/") + "/test".length));
}

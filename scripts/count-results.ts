import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface TurboTask {
  readonly taskId: string;
  readonly task: string;
  readonly command: string;
  readonly directory: string;
  readonly cache: { readonly status: string };
  /** Absent when the task was skipped because one that it depends on failed. */
  readonly execution?: { readonly exitCode: number };
}

interface TestResults {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Counts {
  readonly passed: number;
  /** What failed, a line each. */
  readonly failures: readonly string[];
}

/** Counts the last turbo run: every test of a test task, and one for every other task. */
export async function countResults(root: string): Promise<Counts> {
  const counts = await Promise.all((await lastRun(root)).map((task) => countTask(root, task)));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failures: counts.flatMap(({ failures }) => failures),
  };
}

async function lastRun(root: string): Promise<readonly TurboTask[]> {
  const folder = join(root, ".turbo", "runs");
  // The names are sortable by time of creation.
  const last = (await readdir(folder)).toSorted().at(-1);
  if (last === undefined) throw new Error("turbo wrote no summary of its run");
  const { tasks } = JSON.parse(await readFile(join(folder, last), "utf8")) as { tasks: TurboTask[] };
  return tasks.filter(({ command }) => command !== "" && command !== "<NONEXISTENT>");
}

async function countTask(root: string, task: TurboTask): Promise<Counts> {
  const succeeded = task.execution?.exitCode === 0;
  if (task.task !== "test")
    return succeeded ? { passed: 1, failures: [] } : { passed: 0, failures: [task.taskId] };
  const counts = await countTests(join(root, task.directory, "test-results.json"));
  // A runner that dies before it reports leaves no failed test behind, or the report of an earlier run.
  if (succeeded || counts.failures.length > 0) return counts;
  return { passed: 0, failures: [`${task.taskId}: the test runner failed`] };
}

async function countTests(file: string): Promise<Counts> {
  const results = await readFile(file, "utf8").catch(() => undefined);
  if (results === undefined) return { passed: 0, failures: [`${file} is missing`] };
  const { numPassedTests, testResults } = JSON.parse(results) as TestResults;
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status !== "passed")
      .map(({ fullName }) => `${name}: ${fullName}`);
    return status === "failed" && failed.length === 0 ? [`${name}: could not be run`] : failed;
  });
  return { passed: numPassedTests, failures };
}

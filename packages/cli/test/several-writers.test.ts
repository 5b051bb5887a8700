import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadReadings } from "./kept-history.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const script = fileURLToPath(new URL("append-long.ts", import.meta.url));

interface Writer {
  readonly child: ChildProcess;
  /** What it said is written, once it has ended. */
  readonly reported: Promise<readonly string[]>;
}

function startWriter(folder: string, account: string, count: number): Writer {
  const child = spawn(process.execPath, [script, folder, account, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const reported = async (): Promise<readonly string[]> => {
    const output = await text(child.stdout);
    await closed;
    // A line that is cut off was not reported.
    return output.split("\n").slice(0, -1);
  };
  return { child, reported: reported() };
}

/** What is kept, as writers report it: each twice, for its short line and its long one. */
async function keptIn(
  folder: string,
): Promise<{ readonly kept: readonly string[]; readonly damaged: number }> {
  const { readings, damagedLines } = await loadReadings(folder, new Date(0));
  return {
    kept: readings.map(({ account, amounts }) => `${account} ${amounts.total}`),
    damaged: damagedLines,
  };
}

it("four processes that keep lines of up to 2 MB lose none of them, and mix none up", async () => {
  await using folder = await temporaryFolder();
  const writers = ["a", "b", "c", "d"].map((account) => startWriter(folder.path, account, 8));
  const reported = (await Promise.all(writers.map((writer) => writer.reported))).flat();
  const { kept, damaged } = await keptIn(folder.path);
  expect(reported).toHaveLength(32);
  expect(kept.toSorted()).toEqual([...reported, ...reported].toSorted());
  expect(damaged).toBe(0);
});

it("one of them that is killed in the middle costs none of what was reported as written", async () => {
  await using folder = await temporaryFolder();
  const writers = ["a", "b", "c", "d"].map((account) => startWriter(folder.path, account, 8));
  const [first] = writers;
  if (first?.child.stdout) await once(first.child.stdout, "data");
  first?.child.kill("SIGKILL");
  const reported = (await Promise.all(writers.map((writer) => writer.reported))).flat();
  const { kept, damaged } = await keptIn(folder.path);
  const counts = new Map(reported.map((line) => [line, kept.filter((other) => other === line).length]));
  expect(reported.length).toBeGreaterThanOrEqual(25);
  expect([...counts.values()].filter((count) => count !== 2)).toEqual([]);
  expect(damaged).toBeLessThanOrEqual(1);
});

it.runIf(process.platform === "linux")(
  "a disk that takes a part of what is kept keeps whole lines of it, and is said",
  async () => {
    await using folder = await temporaryFolder();
    const run = async (mostKilobytes: string, account: string): Promise<string> => {
      const shell = `ulimit -f ${mostKilobytes}; exec "$0" "$@"`;
      const parameters = ["-c", shell, process.execPath, script, folder.path, account, "1"];
      const child = spawn("bash", parameters, { stdio: ["ignore", "ignore", "pipe"] });
      return text(child.stderr);
    };
    expect(await run("200", "a")).toContain("EFBIG");
    expect(await run("unlimited", "b")).toBe("");
    // Of the first, the short line fitted, and a part of the long one.
    const { kept, damaged } = await keptIn(folder.path);
    expect({ kept, damaged }).toEqual({ kept: ["a 0", "b 0", "b 0"], damaged: 1 });
  },
);

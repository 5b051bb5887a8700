import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startMocks } from "@openbalance/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodeMeanings } from "../src/runtime/exit-code.ts";
import { vendorVariables } from "../src/config/vendor-variables.ts";
import { appendReadings } from "../src/readings/append-readings.ts";
import { metricsOf } from "../src/commands/serve/metrics.ts";
import { environmentFor } from "./demo-environment.ts";
import { runCommand } from "./run-command.ts";
import { temporaryFolder, type TemporaryFolder } from "./temporary-folder.ts";
import { twoDays } from "./two-days.ts";

const docs = new URL("../../../docs/", import.meta.url);
const page = (
  await Promise.all(
    ["command-line.md", "monitoring.md", "configuration.md"].map((name) =>
      readFile(new URL(name, docs), "utf8"),
    ),
  )
).join("\n");
const pairs = [
  ...page.matchAll(/^```sh\n(?:npx @openbalance\/cli|openbalance)(.*)\n```\n\n```text\n([^`]*)```/gm),
];
const shown = pairs.map(([, parameters = "", output = ""]) => ({
  parameters: parameters.split(" ").filter(Boolean),
  output,
}));
// These run until they are told to stop; their own tests look at every kind of line.
const endless = new Set(["watch", "serve"]);

let mocks: Awaited<ReturnType<typeof startMocks<string>>>;
let folder: TemporaryFolder;
let environment: Record<string, string>;

beforeAll(async () => {
  // The vendors that the pages show.
  mocks = await startMocks(["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"]);
  folder = await temporaryFolder();
  environment = { ...environmentFor(mocks.urls), OPENBALANCE_STATE_DIR: folder.path };
  await appendReadings(join(folder.path, "history"), twoDays("prod"));
});
afterAll(async () => {
  await mocks.close();
  await folder[Symbol.asyncDispose]();
});

/** Leaves out what differs from run to run: times, how long things took, this machine. */
function withoutTimes(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "TIME")
    .replaceAll(/(?<=\d h {2})\d{4}-\d{2}-\d{2}/g, "YYYY-MM-DD")
    .replaceAll(/answered in .+/g, "answered in N ms")
    .replaceAll(/\d+ \w+( \d+ \w+)? ahead/g, "N ahead")
    .replaceAll(/^node +\S+$/gm, "node")
    .replaceAll(/^state .*$/gm, "state");
}

describe("the pages of the command line", () => {
  it.each(shown.filter(({ parameters }) => !endless.has(parameters[0] ?? "")))(
    "shows what openbalance $parameters prints",
    async ({ parameters, output }) => {
      const { stdout, stderr } = await runCommand(parameters, environment);
      expect(stderr).toBe("");
      expect(withoutTimes(stdout)).toBe(withoutTimes(output));
    },
  );

  it("shows every command that prints a table", () => {
    const commands = new Set(
      shown.map(({ parameters: [first = ""] }) => (first.startsWith("-") ? "" : first)),
    );
    expect([...commands]).toEqual(
      expect.arrayContaining(["", "guard", "watch", "serve", "history", "doctor"]),
    );
  });

  it("has the exit codes of the program, word for word", () => {
    for (const [code, meaning] of exitCodeMeanings) {
      expect(page).toMatch(
        new RegExp(
          `^\\| ${code.replace("+", "\\+")} +\\| ${meaning.replaceAll(/[()+]/g, "\\$&")} +\\|$`,
          "m",
        ),
      );
    }
  });

  it("names every variable of every vendor, and every metric", () => {
    for (const { settings } of vendorVariables) {
      for (const { variable } of settings) expect(page).toContain(`\`${variable}\``);
    }
    for (const { name } of metricsOf([], { thresholds: [], pending: 0, version: "" }))
      expect(page).toContain(`\`${name}\``);
  });
});

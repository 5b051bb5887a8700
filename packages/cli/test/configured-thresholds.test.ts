import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, type Finished } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const json = "openbalance.config.json";

/** Runs the command line in a folder with this configuration. */
async function runWith(config: object, parameters: readonly string[] = []): Promise<Finished> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, json), JSON.stringify(config, undefined, 2));
  const { code, stdout, stderr } = await runCommand(parameters, { TELNYX_API_KEY: "KEY_1" }, folder.path);
  return { code, stdout, stderr: stderr.replaceAll(`${folder.path}/`, "") };
}

const accounts = [
  { vendor: "telnyx", ref: "prod" },
  { vendor: "stripe", apiKey: { env: "STRIPE" } },
  { vendor: "elevenlabs", apiKey: { env: "ELEVEN" } },
];

describe("a configuration is refused with file and line", () => {
  it.each([
    [{ vendor: "telnyx", account: "prd" }, "the threshold of telnyx prd; did you mean prod?"],
    [{ vendor: "strip" }, "the threshold of strip; did you mean stripe?"],
    [{ vendor: "xai" }, "the threshold of xai"],
    [{ vendor: "telnyx", field: "held" }, "telnyx never states held"],
    [{ vendor: "telnyx", field: "quota" }, "telnyx states no allowance; write telnyx=20"],
    [{ vendor: "telnyx", pool: "issuing" }, "telnyx has no pools; write telnyx=20"],
    [{ vendor: "telnyx", scope: "key" }, "telnyx never states figures of a key"],
    [{ vendor: "elevenlabs" }, "elevenlabs states an allowance and no funds; write elevenlabs:quota=20"],
  ])("where no account can answer a threshold: %j", async (threshold, message) => {
    const thresholds = [
      { vendor: "telnyx", below: "1" },
      { ...threshold, below: "20" },
    ];
    const { code, stdout, stderr } = await runWith({ accounts, thresholds });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^openbalance: ${json}:\\d+: thresholds\\[1\\]: `));
    expect(stderr).toContain(message);
  });

  it.each([
    ["read"],
    ["guard"],
    ["watch"],
    ["serve"],
    ["doctor"],
    ["history"],
    ["read", "--vendor", "stripe"],
  ])("where a threshold names no account, for `%s` and whatever is read", async (...parameters) => {
    const thresholds = [{ vendor: "telnyx", account: "prd", below: "20" }];
    const { code, stderr } = await runWith({ accounts, thresholds }, parameters);
    expect(code).toBe(2);
    expect(stderr).toContain(": thresholds[0]: no account is configured for the threshold of telnyx prd");
  });

  it("where a threshold is there twice", async () => {
    const thresholds = ["USD", "iso4217:USD"].map((asset) => ({ vendor: "telnyx", asset, below: "20" }));
    const { code, stderr } = await runWith({ accounts, thresholds });
    expect(code).toBe(2);
    expect(stderr).toMatch(/thresholds\[1\]: this is the threshold of .+thresholds\[0\] once more/);
  });
});

import { appendFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { appendReadings } from "../src/readings/append-readings.ts";
import type { Reading } from "../src/readings/reading.ts";
import { runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { twoDays } from "./two-days.ts";

async function keep(folder: string, readings: readonly Reading[]): Promise<Record<string, string>> {
  await appendReadings(join(folder, "history"), readings);
  return { OPENBALANCE_STATE_DIR: folder };
}

describe("openbalance history", () => {
  it("says how fast a balance goes down and how long it lasts, top-ups left out", async () => {
    await using folder = await temporaryFolder();
    const environment = await keep(folder.path, twoDays("prod"));
    const { code, stdout, stderr } = await runCommand(["history"], environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const row = stdout.split("\n")[1]?.split(/\s{2,}/);
    // 680 left at 60 a day: 11 days and 8 hours.
    expect(row?.slice(0, 7)).toEqual(["telnyx", "prod", "USD", "680", "117.5", "60", "11 d 8 h"]);
  });

  it("says that it cannot tell when too little was kept", async () => {
    await using folder = await temporaryFolder();
    const environment = await keep(folder.path, twoDays("prod").slice(-5));
    const { stdout } = await runCommand(["history"], environment);
    expect(stdout).toContain("insufficient history (4 of at least 12 hours outside top-ups)");
  });

  it("keeps what read --record read, and shows it", async () => {
    await using folder = await temporaryFolder();
    await using mock = await startMock("telnyx");
    const environment = {
      TELNYX_API_KEY: "KEY_telnyx_secret_3",
      TELNYX_BASE_URL: mock.url,
      OPENBALANCE_STATE_DIR: folder.path,
    };
    const recorded = await runCommand(["--record"], environment);
    expect(recorded).toMatchObject({
      code: 0,
      stderr: `recorded 1 balance in ${join(folder.path, "history")}\n`,
    });
    const { stdout } = await runCommand(["history", "--json"], environment);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "balance-history/1",
      series: [
        {
          vendor: "telnyx",
          field: "available",
          left: "400",
          burnRate: { kind: "insufficient history" },
          points: [{ amount: "400" }],
        },
      ],
    });
    const [file = ""] = await readdir(join(folder.path, "history"));
    expect(await readFile(join(folder.path, "history", file), "utf8")).not.toContain("secret");
  });

  it("looks back as far as it is told, at the accounts it is told", async () => {
    await using folder = await temporaryFolder();
    const environment = await keep(folder.path, [...twoDays("prod"), ...twoDays("staging")]);
    const { stdout } = await runCommand(
      ["history", "--since", "13h", "--account", "staging", "--json"],
      environment,
    );
    const { series } = JSON.parse(stdout) as { series: { account: string; points: unknown[] }[] };
    expect(series.map(({ account, points }) => [account, points.length])).toEqual([["staging", 13]]);
  });

  it("ends with 2 and says what to do when nothing was kept", async () => {
    await using folder = await temporaryFolder();
    const { code, stdout, stderr } = await runCommand(["history"], { OPENBALANCE_STATE_DIR: folder.path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("`openbalance read --record` keeps one");
  });

  it("says which lines were left out after a crash", async () => {
    await using folder = await temporaryFolder();
    const environment = await keep(folder.path, twoDays("prod"));
    const [file = ""] = (await readdir(join(folder.path, "history"))).slice(-1);
    await appendFile(join(folder.path, "history", file), '{"at":"2026-');
    const { code, stderr } = await runCommand(["history"], environment);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^openbalance: 1 line in .* was left out: it is no reading/);
  });

  it("writes a page that needs no network and runs no script, with hostile labels as text", async () => {
    await using folder = await temporaryFolder();
    const hostile = `"><img src=x onerror=alert(1)>&`;
    const environment = await keep(folder.path, [...twoDays(hostile), ...twoDays("prod")]);
    const { code, stdout } = await runCommand(["history", "--html", "-"], environment);
    expect(code).toBe(0);
    expect(stdout).toContain("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;");
    expect(stdout).not.toMatch(/<(script|link|img|iframe)|https?:|url\(|@import/);
    expect(stdout).toContain("default-src 'none'");
    expect(stdout.match(/<svg /g)).toHaveLength(2);
    expect(stdout).toContain("<dd>11 d 8 h</dd>");
  });

  it("writes the page into a file of the working directory", async () => {
    await using folder = await temporaryFolder();
    const environment = await keep(folder.path, twoDays("prod"));
    const finished = await runCommand(["history", "--html", "page.html"], environment, folder.path);
    expect(finished).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await readFile(join(folder.path, "page.html"), "utf8")).toMatch(/^<!doctype html>/);
  });

  it("forgets old months when told to", async () => {
    await using folder = await temporaryFolder();
    const [first] = twoDays("prod");
    const old = { ...first, at: "2020-01-01T00:00:00.000Z" } as Reading;
    const environment = await keep(folder.path, [old]);
    expect((await runCommand(["history", "--forget", "365d"], environment)).stdout).toBe("deleted 2020-01\n");
    expect((await runCommand(["history", "--forget", "365d"], environment)).stdout).toBe(
      "nothing is that old\n",
    );
  });
});

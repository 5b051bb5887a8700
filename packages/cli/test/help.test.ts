import { execFile } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { generateHelpTextForAllCommands, type Application, type CommandContext } from "@stricli/core";
import { describe, expect, it } from "vitest";
import { createApplication } from "../src/program/application.ts";
import { completionScript } from "../src/commands/completion/scripts.ts";
import { exitCodeMeanings, exitCodes } from "../src/runtime/exit-code.ts";
import { withDefaultCommand } from "../src/program/run-command-line.ts";
import { main, runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const commands = ["read", "guard", "watch", "serve", "history", "doctor", "trust", "vendors", "completion"];

describe("the help", () => {
  it("lists every command, examples and every exit code", async () => {
    const { code, stdout, stderr } = await runCommand(["--help"], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} +[A-Z]`, "m"));
    expect(stdout).toContain("EXAMPLES");
    for (const [exitCode, meaning] of exitCodeMeanings)
      expect(stdout).toContain(`${exitCode.padEnd(7)}  ${meaning}`);
  });

  it("has a meaning for every code that there is", () => {
    const described = new Set(exitCodeMeanings.map(([code]) => code));
    expect(Object.values(exitCodes).filter((code) => !described.has(String(code)))).toEqual([]);
  });

  it("has examples for every command, and no option that takes a key", () => {
    const application = createApplication({ colors: false });
    // Help needs no context, so the one of the application does not matter.
    const pages = generateHelpTextForAllCommands(application as unknown as Application<CommandContext>);
    expect(pages.map(([route]) => route.replace("openbalance ", "")).toSorted()).toEqual(commands.toSorted());
    for (const [, text] of pages) {
      expect(text).toContain("EXAMPLES");
      expect(text).not.toMatch(/--\S*(key|token|secret|password)/i);
    }
  });

  it("shows the version alone", async () => {
    expect(await runCommand(["--version"], {})).toEqual({ code: 0, stdout: "0.0.0\n", stderr: "" });
  });
});

describe("a command line without a command", () => {
  it.each([
    [[], ["read"]],
    [["--json"], ["read", "--json"]],
    [["--help"], ["--help"]],
    [["-v"], ["-v"]],
    [["guard"], ["guard"]],
    [["raed"], ["raed"]],
  ])("%j is read as %j", (inputs, expected) => {
    expect(withDefaultCommand(inputs)).toEqual(expected);
  });
});

describe("completion", () => {
  it.each([
    [["wa"], ["watch"]],
    [["guard", "--fail"], ["--fail-open"]],
    [["--vendor", "bi"], ["bitfront"]],
    [["--js"], ["--json"]],
    [["completion", "f"], ["fish"]],
  ])("proposes for %j what comes next", async (words, expected) => {
    const { code, stdout } = await runCommand(["__complete", ...words], {});
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t")[0]),
    ).toEqual(expected);
  });

  it("proposes all commands at the start", async () => {
    const { stdout } = await runCommand(["__complete", ""], {});
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t")[0]),
    ).toEqual(expect.arrayContaining(commands));
  });

  it.each(["bash", "zsh", "fish"])("prints the script of %s", async (shell) => {
    const { code, stdout } = await runCommand(["completion", shell], {});
    expect({ code, stdout }).toEqual({ code: 0, stdout: completionScript(shell) });
  });

  it("names the shells for one it does not know", async () => {
    const { code, stderr } = await runCommand(["completion", "bsh"], {});
    expect(code).toBe(2);
    expect(stderr).toContain('there is no completion for "bsh"; did you mean bash?');
  });

  it("completes in a bash that loaded the script", async () => {
    await using folder = await temporaryFolder();
    const command = join(folder.path, "openbalance");
    await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
    await chmod(command, 0o755);
    const script = `${completionScript("bash") ?? ""}
COMP_WORDS=(openbalance guard --fa); COMP_CWORD=2; _openbalance; echo "\${COMPREPLY[@]}"
COMP_WORDS=(openbalance ""); COMP_CWORD=1; _openbalance; echo "\${#COMPREPLY[@]}"`;
    const { stdout } = await promisify(execFile)("bash", ["-c", script], {
      env: { PATH: `${folder.path}:${process.env["PATH"] ?? ""}` },
    });
    const [flag, count] = stdout.trim().split("\n");
    expect(flag).toBe("--fail-open");
    expect(Number(count)).toBeGreaterThanOrEqual(commands.length);
  });
});

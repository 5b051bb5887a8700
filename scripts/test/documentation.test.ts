import { listVendors } from "@openbalance/specs";
import { startMocks } from "@openbalance/testing";
import { afterAll, describe, expect, it } from "vitest";
import { checkCommand } from "../documentation/check-command.ts";
import { findCodeBlocks } from "../documentation/code-block.ts";
import { placeOf, toModules } from "../documentation/code-module.ts";
import { exampleEnvironment } from "../documentation/example-environment.ts";
import { findExamples } from "../documentation/example.ts";
import { loadKnownCommands } from "../documentation/known-commands.ts";
import { findDeadLinks } from "../documentation/markdown-links.ts";
import { writeModules } from "../documentation/module-folder.ts";
import { findDataFault } from "../documentation/parse-data.ts";
import { parseShell } from "../documentation/shell-command.ts";
import { checkTypes } from "../documentation/type-check.ts";
import { files, readText } from "./tree.ts";

// What tools write is left out: change notes, templates, recorded declarations.
const byTools = /^\.changeset\/|\/templates\/|^packages\/[\w-]+\/api\/|CHANGELOG\.md$/;
const pages = files.filter((file) => file.endsWith(".md") && !byTools.test(file));
const blocks = pages.flatMap((page) => findCodeBlocks(page, readText(page)));
const modules = pages.flatMap((page) => toModules(blocks.filter(({ file }) => file === page)));
const examples = findExamples(blocks, modules);
const folder = await writeModules(modules);
const mocks = await startMocks(await listVendors());
const environment = exampleEnvironment(mocks.urls);
afterAll(async () => {
  await mocks.close();
  await folder[Symbol.asyncDispose]();
});

it("says of every fenced block of code what language it is in", () => {
  expect(blocks.filter(({ language }) => language === "").map(placeOf)).toEqual([]);
});

it("holds TypeScript that compiles against the packages", async () => {
  expect(modules.length).toBeGreaterThan(0);
  expect(await checkTypes(folder)).toEqual([]);
});

it("holds JSON and YAML that can be parsed", () => {
  const faults = blocks.map((block) => [placeOf(block), findDataFault(block)]);
  expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
});

it("names commands, options, scripts and packages that exist", async () => {
  const known = await loadKnownCommands(files);
  const faults: string[] = [];
  for (const { file, line, language, code } of blocks) {
    if (language !== "sh" && language !== undefined) continue;
    for (const command of parseShell(code)) {
      const fault = await checkCommand(command.words, known);
      if (fault !== undefined) faults.push(`${file}:${line + command.line}: ${fault}`);
    }
  }
  expect(faults).toEqual([]);
});

it("names no command in a sentence, a comment or a message that does not exist", async () => {
  const known = await loadKnownCommands(files);
  const faults: string[] = [];
  for (const file of files.filter((each) => !byTools.test(each) && /\.(md|m?ts|mjs|ya?ml)$/.test(each))) {
    // A command with a part that is only known at run time is left out.
    for (const [, command = ""] of readText(file).matchAll(/`((?:pnpm|npm|npx|node) [^`\\$\n]+)\\?`/g)) {
      for (const { words } of parseShell(command)) {
        const fault = await checkCommand(words, known);
        if (fault !== undefined) faults.push(`${file}: ${command}: ${fault}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

// Each is a process of its own, which a busy machine may let wait.
describe.concurrent("an example", { timeout: 120_000 }, () => {
  it.for(examples.filter(({ output }) => output !== undefined))(
    "prints what the page says: $place",
    async ({ output, run }) => {
      expect(await run(folder, environment)).toBe(output);
    },
  );

  it.for(examples.filter(({ output }) => output === undefined))(
    "runs to its end: $place",
    async ({ run }) => {
      await expect(run(folder, environment)).resolves.toBeTypeOf("string");
    },
  );
});

it("links to files and headings that exist", () => {
  expect(pages.flatMap((page) => findDeadLinks(page, { files, readText }))).toEqual([]);
});

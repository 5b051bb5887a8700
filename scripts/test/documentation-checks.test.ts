import { describe, expect, it } from "vitest";
import { checkCommand } from "../documentation/check-command.ts";
import { findCodeBlocks } from "../documentation/code-block.ts";
import { toModules } from "../documentation/code-module.ts";
import { findExamples } from "../documentation/example.ts";
import { loadKnownCommands } from "../documentation/known-commands.ts";
import { findDeadLinks } from "../documentation/markdown-links.ts";
import { writeModules } from "../documentation/module-folder.ts";
import { findDataFault } from "../documentation/parse-data.ts";
import { parseShell } from "../documentation/shell-command.ts";
import { checkTypes } from "../documentation/type-check.ts";

const page = [
  "# Page",
  "",
  "```ts run",
  'import { addDecimal } from "@openbalance/normalize";',
  'const sum = addDecimal("1", "2");',
  "```",
  "",
  "- A list:",
  "",
  "  ```ts continued",
  "  console.log(sum);",
  "  ```",
  "",
  "```text output",
  "3",
  "```",
  "",
  "Indented:",
  "",
  "    npm start # demo",
].join("\n");

describe("blocks of code", () => {
  it("are found with language, marks and line, in lists and indented too", () => {
    expect(findCodeBlocks("page.md", page)).toMatchObject([
      { line: 4, language: "ts", marks: ["run"] },
      { line: 11, language: "ts", marks: ["continued"], code: "console.log(sum);" },
      { line: 15, language: "text", marks: ["output"], code: "3" },
      { line: 20, language: undefined, code: "npm start # demo" },
    ]);
  });

  it("become one module with every line where the page has it, and with its output", () => {
    const [module, ...others] = toModules(findCodeBlocks("page.md", page));
    expect(others).toEqual([]);
    expect(module).toMatchObject({ line: 4, marks: ["run", "continued"], output: "3\n" });
    expect(module?.code.split("\n").indexOf("console.log(sum);")).toBe(10);
  });

  it("cannot continue what is not there", () => {
    const blocks = findCodeBlocks("page.md", "```ts continued\nexport {};\n```");
    expect(() => toModules(blocks)).toThrow("page.md:2 continues nothing");
  });
});

describe("code of a page", () => {
  it("that does not compile is named with the page's own line", async () => {
    const wrong = page.replace('"2"', "2");
    await using folder = await writeModules(toModules(findCodeBlocks("docs/page.md", wrong)));
    expect(await checkTypes(folder)).toEqual([
      expect.stringMatching(/^docs\/page\.md:5: TS2345: Argument of type '2' is not assignable/),
    ]);
  });

  it("prints what it prints, and reaches no host but the mocks", async () => {
    const foreign = '```ts run\nexport const reply = await fetch("https://example.com/");\n```';
    const blocks = [...findCodeBlocks("page.md", page), ...findCodeBlocks("foreign.md", foreign)];
    const modules = [page, foreign].flatMap((text, index) =>
      toModules(findCodeBlocks(["page.md", "foreign.md"][index] ?? "", text)),
    );
    await using folder = await writeModules(modules);
    const [right, asking] = findExamples(blocks, modules);
    await expect(right?.run(folder, {})).resolves.toBe(right?.output);
    await expect(asking?.run(folder, {})).rejects.toThrow("may not ask https://example.com");
  });
});

describe("commands", () => {
  it("are words without variables, redirections, pipes and comments", () => {
    const code = [
      "# a comment",
      "$ KEY=1 openbalance read --json 2>/dev/null | jq '.a | .b' # another",
      "npm test && pnpm fix \\",
      "  --all",
    ].join("\n");
    expect(parseShell(code)).toEqual([
      { line: 1, words: ["openbalance", "read", "--json"] },
      { line: 1, words: ["jq", ".a | .b"] },
      { line: 2, words: ["npm", "test"] },
      { line: 2, words: ["pnpm", "fix", "--all"] },
    ]);
  });

  const known = loadKnownCommands(["package.json", "packages/http/package.json", "scripts/bench.ts"]);

  it.for([
    "npm start -- --fail telnyx --json",
    "npm run docs:dev",
    "pnpm changeset version",
    "node --expose-gc scripts/bench.ts faults",
    "node balances.ts",
    "npm install @openbalance/telnyx",
    "pnpm --filter @openbalance/http test",
    "pnpm exec vitest",
    "npx @openbalance/cli --json",
    "openbalance",
    "openbalance guard --below telnyx=20",
    "git status",
  ])("that exist pass: %s", async (command) => {
    expect(await checkCommand(command.split(" "), await known)).toBeUndefined();
  });

  it.for([
    ["npm run nothing", "npm has no script nothing"],
    ["npm start -- --jsn", "openbalance read has no option --jsn"],
    ["npm install @openbalance/nobody", "there is no package @openbalance/nobody"],
    ["pnpm nothing", "pnpm has no script nothing"],
    ["node scripts/nothing.ts", "there is no scripts/nothing.ts"],
    ["pnpm --filter @openbalance/nobody test", "there is no package @openbalance/nobody"],
    ["pnpm --filter @openbalance/http nothing", "@openbalance/http has no script nothing"],
    ["npx @openbalance/cli --jsn", "openbalance read has no option --jsn"],
    ["openbalance guard --belo telnyx=20", "openbalance guard has no option --belo"],
    ["openbalance dance", "openbalance has no command dance"],
  ] as const)("that do not exist are named: %s", async ([command, fault]) => {
    expect(await checkCommand(command.split(" "), await known)).toBe(fault);
  });
});

describe("links", () => {
  const texts = new Map([
    ["docs/a.md", "# A `b`, c\n\n## Same\n\n## Same\n"],
    ["src/a.ts", ""],
  ]);
  const check = (link: string): readonly string[] => {
    const all = new Map([...texts, ["docs/page.md", `# Here\n\n[link](${link})`]]);
    return findDeadLinks("docs/page.md", {
      files: [...all.keys()],
      readText: (file) => all.get(file) ?? "",
    });
  };

  it.for(["a.md", "a.md#a-b-c", "a.md#same-1", "#here", "../src", "../src/a.ts#L3", "https://example.com"])(
    "that lead somewhere pass: %s",
    (link) => {
      expect(check(link)).toEqual([]);
    },
  );

  it.for([
    ["b.md", "does not exist"],
    ["a.md#b", "is no heading of that page"],
    ["a.md#same-2", "is no heading of that page"],
    ["#there", "is no heading of that page"],
    ["/docs/a.md", "is absolute; in the repository only relative links work"],
    ["../src/a.ts#three", "is no heading"],
  ] as const)("that lead nowhere are named: %s", ([link, fault]) => {
    expect(check(link)).toEqual([`docs/page.md: ${link} ${fault}`]);
  });
});

it("tells data that cannot be parsed", () => {
  const block = { file: "page.md", line: 1, marks: [] };
  expect(findDataFault({ ...block, language: "json", code: '{"a": 1}' })).toBeUndefined();
  expect(findDataFault({ ...block, language: "json", code: "{a: 1}" })).toContain("SyntaxError");
  expect(findDataFault({ ...block, language: "yaml", code: "a: [1" })).toContain("Flow sequence");
});

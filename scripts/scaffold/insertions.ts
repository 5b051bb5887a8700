import type { TemplateValues } from "./expand-template.ts";
import { insertLines, type SortedPlace } from "./insert-lines.ts";

/** Puts a vendor into a file that lists all of them. */
export interface Insertion {
  readonly file: string;
  insert(content: string, values: TemplateValues): string;
}

interface ListedVendor extends SortedPlace {
  readonly file: string;
  /** Empty where there is nothing to list. */
  readonly lines: (values: TemplateValues) => string;
}

const sortedLists: readonly ListedVendor[] = [
  {
    file: "packages/cli/src/vendor-variables.ts",
    below: "// From here on in alphabetical order",
    sibling: /^ {2}\{\n {4}vendor: [^]*?\n {2}\},/gm,
    lines: ({ commandLineEntry = "" }) => commandLineEntry,
  },
  {
    file: "scripts/demo-accounts.ts",
    sibling: /^ {4}[A-Z0-9_]+: "[^"]*",/gm,
    lines: ({ demoValues = "" }) => demoValues,
  },
  {
    file: "scripts/documentation/example-environment.ts",
    sibling: /^ {2}["\w-]+: \["https.*\],/gm,
    lines: ({ vendor, baseUrl }) => (baseUrl === "" ? "" : `  "${vendor}": [${baseUrl}],`),
  },
  {
    file: "docs/command-line.md",
    below: "| bitfront ",
    sibling: /^\| [\w-]+ +\| .*_BASE_URL.*\|$/gm,
    lines: ({ vendor, variables }) => `| ${vendor} | ${variables} |`,
  },
  {
    file: "README.md",
    below: "| [Bitfront](docs/vendors/bitfront.md) ",
    sibling: /^\| \[[^\]]+\]\(docs\/vendors\/[\w-]+\.md\) .*\|$/gm,
    lines: ({ vendor, title }) =>
      `| [${title}](docs/vendors/${vendor}.md) | [\`@openbalance/${vendor}\`](packages/${vendor}/README.md) | unknown |`,
  },
  {
    file: "docs/vendors/index.md",
    below: "| [Bitfront](bitfront.md) ",
    sibling: /^\| \[[^\]]+\]\([\w-]+\.md\) .*\|$/gm,
    lines: ({ vendor, title }) =>
      `| [${title}](${vendor}.md) | unknown | unknown | unknown | not mapped yet |`,
  },
  {
    file: "docs/vendors/index.md",
    below: "| Bitfront ",
    sibling: /^\| \w[^|]* \| .*\|$/gm,
    lines: ({ title }) => `| ${title} | nothing yet | what its amounts mean |`,
  },
];

export const insertions: readonly Insertion[] = [
  ...sortedLists.map(({ file, lines, ...place }) => ({
    file,
    insert(content: string, values: TemplateValues): string {
      const inserted = lines(values);
      return inserted === "" ? content : insertLines(file, content, place, inserted);
    },
  })),
  dependencyOf("packages/normalize/package.json", "dependencies"),
  // Bundled when it is published, so it depends on nothing of ours but normalize.
  dependencyOf("packages/cli/package.json", "devDependencies"),
];

function dependencyOf(file: string, kind: "dependencies" | "devDependencies"): Insertion {
  return {
    file,
    insert(content, { vendor }) {
      // Written by us and checked by the layout test.
      const manifest = JSON.parse(content) as Record<typeof kind, Record<string, string>>;
      const dependencies = { ...manifest[kind], [`@openbalance/${vendor}`]: "workspace:^" };
      const sorted = Object.entries(dependencies).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `${JSON.stringify({ ...manifest, [kind]: Object.fromEntries(sorted) }, undefined, 2)}\n`;
    },
  };
}

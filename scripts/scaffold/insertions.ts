import type { VendorName } from "./vendor-name.ts";

/** Puts a vendor into the files that list all of them; every anchor must be there exactly once. */
export interface Insertion {
  readonly file: string;
  insert(content: string, text: string, name: VendorName): string;
  /** The template of the text, in `templates/insert`. */
  readonly template?: string;
}

export const insertions: readonly Insertion[] = [
  {
    file: "packages/normalize/src/index.ts",
    template: "index.ts.template",
    insert: (content, text) => `${content.trimEnd()}\n${text}`,
  },
  {
    file: "packages/normalize/package.json",
    insert: (content, _text, { vendor }) => {
      const manifest = JSON.parse(content) as { dependencies: Record<string, string> };
      const dependencies = { ...manifest.dependencies, [`@openbalance/${vendor}`]: "workspace:^" };
      const sorted = Object.fromEntries(
        Object.entries(dependencies).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
      return `${JSON.stringify({ ...manifest, dependencies: sorted }, undefined, 2)}\n`;
    },
  },
  {
    file: "packages/normalize/src/built-in-vendor.ts",
    insert: (content, _text, { vendor, pascal }) => {
      const union = content.replace(/(?<=^export type BuiltInSnapshot =[^;]*)(?=;)/m, ` | ${pascal}Snapshot`);
      if (union === content) throw new Error("the union BuiltInSnapshot is not where it was");
      return `import type { ${pascal}Snapshot } from "./vendors/${vendor}.ts";\n${union}`;
    },
  },
  {
    file: "packages/cli/src/environment.ts",
    template: "environment.ts.template",
    insert: (content, text, { camel }) => {
      const imported = content.replace(
        /^import \{(?=[^}]*\} from "@openbalance\/normalize";)/m,
        `$& ${camel}Account, ${camel}Capabilities,`,
      );
      const [before = "", list = "", ...rest] = imported.split(/(?<=^export const vendorVariables.*\n)/m);
      const end = list.indexOf("\n];");
      if (imported === content || rest.length > 0 || end < 0) {
        throw new Error(
          "packages/cli/src/environment.ts: the import of accounts or the list vendorVariables is not where it was",
        );
      }
      return `${before}${list.slice(0, end + 1)}${text}${list.slice(end + 1)}`;
    },
  },
];

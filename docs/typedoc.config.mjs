import { readdirSync } from "node:fs";
import { OptionDefaults } from "typedoc";

const descriptions = readdirSync(new URL("../specs/", import.meta.url), { recursive: true }).map(String);
// Every vendor has a file that says where its description came from.
const vendors = descriptions.flatMap((file) => /^([\w-]+)[\\/]source\.json$/.exec(file)?.[1] ?? []);
const libraries = ["normalize", "http", ...vendors.toSorted()];

/** @type {Partial<import("typedoc").TypeDocOptions> & Record<string, unknown>} */
const options = {
  entryPoints: [
    ...libraries.map((name) => `../packages/${name}/src/index.ts`),
    "../packages/normalize/src/conformance.ts",
    "../packages/cli/src/config/define-config.ts",
  ],
  tsconfig: "typedoc.tsconfig.json",
  plugin: ["./.vitepress/shape-reference.mjs", "typedoc-plugin-markdown", "typedoc-vitepress-theme"],
  out: "reference",
  docsRoot: ".",
  name: "API reference",
  readme: "none",
  excludePrivate: true,
  treatWarningsAsErrors: true,
  // The generated types write their descriptions so.
  blockTags: [...OptionDefaults.blockTags, "@description"],
  gitRevision: "main",
  sourceLinkTemplate: "https://github.com/openbalance/openbalance/blob/main/{path}#L{line}",
  // One page a package: a page for each name would write the whole side bar two hundred times.
  groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "*"],
  router: "module",
  hidePageHeader: true,
  useHTMLAnchors: true,
  tableColumnSettings: { hideModifiers: true, hideSources: true },
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
  enumMembersFormat: "table",
};

// oxlint-disable-next-line import/no-default-export -- TypeDoc reads its configuration there
export default options;

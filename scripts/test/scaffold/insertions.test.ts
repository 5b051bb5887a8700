import { expect, it } from "vitest";
import { insertLines } from "../../scaffold/insert-lines.ts";
import { insertions } from "../../scaffold/insertions.ts";
import { vendorName } from "../../scaffold/vendor-name.ts";
import { vendorValues } from "../../scaffold/vendor-values.ts";
import { readText } from "../tree.ts";

/** The files that list vendors, with three more in them, as they are before they are formatted. */
function filesWith(...vendors: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map(insertions.map(({ file }) => [file, readText(file)]));
  for (const vendor of vendors) {
    const name = vendorName(vendor);
    if (name === undefined) throw new Error(`${vendor} is no name`);
    const operation = { path: "/balance", method: "get" } as const;
    const credential = { option: "apiKey", header: "authorization", prefix: "Bearer " };
    const baseUrl = `https://api.${vendor}.example`;
    const facts = {
      name,
      operation,
      credential,
      baseUrl,
      parameters: [],
      takesParameters: false,
      accept: "",
      documented: true,
    };
    const values = vendorValues(facts);
    for (const { file, insert } of insertions) texts.set(file, insert(texts.get(file) ?? "", values));
  }
  return texts;
}

it("sorts a vendor in among those that were added before, whatever the order", () => {
  const files = filesWith("zeta", "acme", "mint");
  expect(files).toEqual(filesWith("mint", "zeta", "acme"));
  const added = /\b(acme|mint|zeta)\b/gi;
  for (const [file, text] of files) {
    const order = text.match(added)?.map((name) => name.toLowerCase()) ?? [];
    expect([file, new Set(order)]).toEqual([file, new Set(["acme", "mint", "zeta"])]);
  }
});

it("keeps the order of the first five where they have one of their own", () => {
  const variables = filesWith("acme").get("packages/cli/src/vendor-variables.ts") ?? "";
  const entries = variables.slice(variables.indexOf("const entries"));
  const listed = entries.matchAll(/vendor: "([\w-]+)"|^ {2}(\w+)Variables,/gm);
  const order = Array.from(listed, ([, inPlace, elsewhere]) => inPlace ?? elsewhere);
  expect(order.slice(0, 6)).toEqual(["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront", "acme"]);
});

it("puts lines below a marker where none are yet, and refuses a file without the marker", () => {
  const place = { below: "// here", sibling: /^- .*/gm };
  expect(insertLines("a.md", "- z\n// here\nend\n", place, "- b")).toBe("- z\n// here\n- b\nend\n");
  expect(() => insertLines("a.md", "- z\n", place, "- b")).toThrow(
    "a.md: the place for another vendor is not where it was",
  );
});

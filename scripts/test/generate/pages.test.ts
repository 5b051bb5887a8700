import { expect, it } from "vitest";
import { fillRegion } from "../../generate/marked-region.ts";
import { readPageFacts } from "../../generate/page-facts.ts";

const begin = "<!-- Written by `pnpm generate`: vendors. -->";
const end = "<!-- End of what is written. -->";

it("fills the region of its name, and leaves everything else of the page as it is", () => {
  const other = `<!-- Written by \`pnpm generate\`: others. -->\nold\n${end}\n`;
  const page = `${other}Words.\n${begin}\nold\n${end}\nMore.\n`;
  expect(fillRegion("a.md", page, "vendors", "new")).toBe(
    `${other}Words.\n${begin}\n\nnew\n\n${end}\nMore.\n`,
  );
});

it.each([
  ["no region", "Words.\n"],
  ["a region without an end", `${begin}\nold\n`],
  ["a region that comes twice", `${begin}\n${end}\n${begin}\n${end}\n`],
])("refuses a page with %s", (_name, page) => {
  expect(() => fillRegion("a.md", page, "vendors", "new")).toThrow(
    `a.md has no place for vendors: once ${begin}, and below it ${end}`,
  );
});

const facts = { described: "by us", amounts: "text", counts: "USD", verified: "a page", unknown: "much" };

it("reads what the front matter of a page says, and nothing else that stands there", () => {
  const lines = Object.entries({ ...facts, title: "Acme" }).map(([name, fact]) => `${name}: ${fact}\n`);
  expect(readPageFacts("a.md", `---\n${lines.join("")}---\n\n# Acme\n`)).toEqual(facts);
});

it.each([
  ["no front matter", "# Acme\n", "described"],
  ["an empty one", "---\n\n---\n# Acme\n", "described"],
  ["one without a fact", "---\ndescribed: by us\n---\n# Acme\n", "amounts"],
  ["a fact that is no text", "---\ndescribed: by us\namounts: 5\n---\n# Acme\n", "amounts"],
])("names what is missing in a page with %s", (_name, page, missing) => {
  expect(() => readPageFacts("a.md", page)).toThrow(`a.md: its front matter lacks \`${missing}\``);
});

import { isTree } from "@openbalance/specs/read-document";
import { parse } from "yaml";

const names = ["described", "amounts", "counts", "verified", "unknown"] as const;

/** What the front matter of a vendor's page says for the tables of all vendors. */
export type PageFacts = Readonly<Record<(typeof names)[number], string>>;

/** Reads the front matter of a vendor's page. Throws when one of the facts is missing. */
export function readPageFacts(page: string, text: string): PageFacts {
  const [, yaml = ""] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
  const facts: unknown = parse(yaml);
  return Object.fromEntries(
    names.map((name) => {
      const fact = isTree(facts) ? facts[name] : undefined;
      if (typeof fact !== "string") throw new Error(`${page}: its front matter lacks \`${name}\``);
      return [name, fact];
    }),
    // The names are those of the type.
  ) as PageFacts;
}

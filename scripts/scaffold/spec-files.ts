import type { Tree } from "@openbalance/specs/read-document";
import { stringify } from "yaml";
import type { Finding, Repair } from "../intake/finding.ts";

/** What `source.json` holds: where a description came from. */
export interface SourceRecord {
  /** A URL, or the name of a file. */
  readonly document: string;
  /** A date, UTC. */
  readonly retrieved: string;
  /** Null until `node scripts/update-specs.ts` has read the document: the description was written from what is known of it. */
  readonly sha256: string | null;
  /** `transcribed`: the document is prose, and the description was written from it. */
  readonly form: "published" | "transcribed";
  readonly license: string | null;
  readonly openapi: string;
  readonly note: string;
  /** Present when the replies that are no success were cut off. */
  readonly errors?: "cut-off";
  /** Present when the vendor's sentences were kept. */
  readonly wording?: "vendor";
}

export function formatDescription(description: Tree, format: "json" | "yaml"): string {
  if (format === "json") return `${JSON.stringify(description, undefined, 2)}\n`;
  return stringify(description, { lineWidth: 110, singleQuote: true, aliasDuplicateObjects: false });
}

/** The overlay that mends what was found and names the examples of the document. */
export function formatOverlay(
  title: string,
  findings: readonly Finding[],
  examples: readonly Repair[],
): string {
  const actions = [...findings.flatMap(({ repairs = [] }) => repairs), ...examples];
  const overlay = {
    overlay: "1.1.0",
    info: { title: `${title}, what we correct and add`, version: "1.0.0" },
    actions,
  };
  return stringify(overlay, { lineWidth: 110, aliasDuplicateObjects: false });
}

/** A description to be filled in by hand, of a document that holds none. */
export function emptyDescription(
  title: string,
  operations: readonly { path: string; method: string }[],
): Tree {
  const success = { description: "OK", content: { "application/json": { schema: {} } } };
  const paths: Tree = {};
  for (const { path, method } of operations) {
    paths[path] = { ...(paths[path] as Tree | undefined), [method]: { responses: { "200": success } } };
  }
  return { openapi: "3.1.0", info: { title: `${title} API`, version: "unversioned" }, servers: [], paths };
}

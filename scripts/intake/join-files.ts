import { realpath } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Tree } from "@openbalance/specs/read-document";
import { BaseResolver, bundle, createConfig, Source } from "@redocly/openapi-core";
import { IntakeError } from "./intake-error.ts";
import { readSource, type ReadLimits, type SourceText } from "./read-source.ts";
import { walkDescription } from "./walk-description.ts";

export interface JoinOptions {
  readonly limits: ReadLimits;
  /** Hosts beside the document's own that references may lead to. */
  readonly allowedHosts: readonly string[];
}

/** What a reference could not be followed for, by the reference as written. */
export type Unfollowed = ReadonlyMap<string, string>;

/** One document out of a description in several files. A reference that may not or cannot be followed stays. */
export async function joinFiles(
  description: Tree,
  source: SourceText,
  options: JoinOptions,
): Promise<{ readonly description: Tree; readonly unfollowed: Unfollowed }> {
  if (externalReferences(description).length === 0) return { description, unfollowed: new Map() };
  const { location, text } = source;
  const root = location.protocol === "file:" ? fileURLToPath(location) : location.href;
  const resolver = new BoundedResolver(location, options);
  const document = { source: new Source(root, text), parsed: description };
  // Other files may refer back to this one.
  resolver.cache.set(root, Promise.resolve(document));
  const joined = await bundle({
    doc: document,
    config: await createConfig({}),
    externalRefResolver: resolver,
  });
  // What comes out is the tree that went in, with references of its own.
  return { description: joined.bundle.parsed as Tree, unfollowed: resolver.unfollowed };
}

/** Refuses what still leads out of the document, with the reason. */
export function refuseExternalReferences(description: Tree, unfollowed: Unfollowed): void {
  const [reference] = externalReferences(description);
  if (reference === undefined) return;
  const file = reference.split("#", 1)[0] ?? "";
  const reason = [...unfollowed].find(([place]) => place.endsWith(file.replace(/^[./]+/, "")))?.[1];
  throw new IntakeError(
    reference,
    reason ?? "the reference leads out of the document",
    "Put what it names beside the document, or write it into it",
  );
}

function externalReferences(description: Tree): readonly string[] {
  const found: string[] = [];
  walkDescription(description, ({ $ref }) => {
    if (typeof $ref === "string" && !$ref.startsWith("#")) found.push($ref);
  });
  return found;
}

class BoundedResolver extends BaseResolver {
  readonly unfollowed = new Map<string, string>();
  readonly #root: URL;
  readonly #options: JoinOptions;

  constructor(root: URL, options: JoinOptions) {
    super();
    this.#root = root;
    this.#options = options;
  }

  override async loadExternalRef(place: string): Promise<Source> {
    const location = URL.canParse(place) && /^https?:/.test(place) ? new URL(place) : pathToFileURL(place);
    try {
      await this.#refuseElsewhere(location);
      const { text } = await readSource(location, this.#options.limits);
      return new Source(place, text);
    } catch (error) {
      this.unfollowed.set(place, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  async #refuseElsewhere(location: URL): Promise<void> {
    if (location.protocol === "file:") {
      if (this.#root.protocol === "file:" && (await isInside(location, this.#root))) return;
      throw new Error("the reference leads out of the folder of the document");
    }
    if (location.origin === this.#root.origin || this.#options.allowedHosts.includes(location.host)) return;
    throw new Error(
      `the reference leads to the host ${location.host}; --allow-host ${location.host} lets it`,
    );
  }
}

/** Whether a file lies in the folder of another, links resolved. A file that is not there is nowhere else. */
async function isInside(location: URL, root: URL): Promise<boolean> {
  const folder = await realpath(dirname(fileURLToPath(root)));
  const file = fileURLToPath(location);
  const way = relative(folder, await realpath(file).catch(() => file));
  return way !== ".." && !way.startsWith(`..${sep}`);
}

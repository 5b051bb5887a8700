import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { DESCRIPTION_FILES } from "../list-vendors.ts";
import { isTree, readDocument, type Tree } from "../read-document.ts";
import { listVendors, loadSpec, type OpenApiDocument } from "../load-spec.ts";

/** The name of the usual reply: the vendor's own example, or one of ours where it shows none. */
const MAIN_EXAMPLE = new Set(["documented", "typical"]);

interface Reply {
  readonly place: string;
  readonly status: string;
  readonly content: Tree;
}

function child(node: unknown, key: string): unknown {
  return isTree(node) ? node[key] : undefined;
}

function resolve(document: OpenApiDocument, node: unknown): unknown {
  const reference = child(node, "$ref");
  if (typeof reference !== "string") return node;
  const keys = reference
    .slice(2)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce<unknown>(child, document);
}

/** Every JSON body of every response of every operation. */
function jsonReplies(document: OpenApiDocument): readonly Reply[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      Object.entries((child(operation, "responses") ?? {}) as Tree).flatMap(([status, response]) => {
        const content = child(child(resolve(document, response), "content"), "application/json");
        return isTree(content) ? [{ place: `${method} ${path} ${status}`, status, content }] : [];
      }),
    ),
  );
}

function exampleNames(reply: Reply): readonly string[] {
  return Object.keys(reply.content["examples"] ?? {});
}

/** What the vendor says, without our overlay. */
async function loadDescription(vendor: string): Promise<OpenApiDocument> {
  for (const file of DESCRIPTION_FILES) {
    const document = await readDocument(new URL("../", import.meta.url), vendor, file);
    // Every description has been read as one by `loadSpec`.
    if (document !== undefined) return document as OpenApiDocument;
  }
  throw new Error(`${vendor} has no description`);
}

const vendors = await listVendors();

test("the five vendors the project began with are there", () => {
  expect(vendors).toEqual(
    expect.arrayContaining(["bitfront", "bytenite", "flexprice", "glyphrun", "telnyx"]),
  );
});

describe.each(vendors)("%s", (vendor) => {
  test("every JSON response of the mock has a named example", async () => {
    const replies = jsonReplies(await loadSpec(vendor, { mock: true }));
    expect(replies.length).toBeGreaterThan(0);
    expect(replies.filter((reply) => exampleNames(reply).length === 0).map((reply) => reply.place)).toEqual(
      [],
    );
  });

  test("every success that types are made from has a named example, and the main one comes first", async () => {
    const successes = jsonReplies(await loadSpec(vendor)).filter((reply) => reply.status === "200");
    const first = successes.map((reply) => exampleNames(reply)[0] ?? "none");
    expect(first.filter((name) => !MAIN_EXAMPLE.has(name))).toEqual([]);
  });

  test("examples hold a value and are named in kebab case", async () => {
    for (const reply of jsonReplies(await loadSpec(vendor, { mock: true }))) {
      for (const [name, example] of Object.entries(reply.content["examples"] as Tree)) {
        expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
        expect(example).toHaveProperty("value");
      }
    }
  });

  test("the mock's replies stay out of what types are made from", async () => {
    const typed = jsonReplies(await loadSpec(vendor)).map((reply) => reply.place);
    const described = new Set(jsonReplies(await loadDescription(vendor)).map((reply) => reply.place));
    const added = typed.filter((place) => / (401|429)$/.test(place) && !described.has(place));
    expect(added.filter((place) => !DESCRIBED_IN_PROSE.has(`${vendor} ${place}`))).toEqual([]);
  });

  test("every reference leads to something", async () => {
    const document = await loadSpec(vendor, { mock: true });
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(references.filter((reference) => resolve(document, { $ref: reference }) === undefined)).toEqual(
      [],
    );
  });

  test("source.json says where the description comes from", async () => {
    const source: unknown = JSON.parse(
      await readFile(new URL(`../${vendor}/source.json`, import.meta.url), "utf8"),
    );
    const { openapi } = await loadSpec(vendor);
    const { errors = "cut-off", wording = "vendor", ...always } = source as Tree;
    expect({ errors, wording }).toEqual({ errors: "cut-off", wording: "vendor" });
    expect(always).toEqual({
      // A URL, or the name of a file where the document was never public.
      document: expect.stringMatching(/^(https:\/\/|[^/]+$)/),
      retrieved: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      sha256: expect.toSatisfy(isHashOfWhatWasRead),
      form: expect.stringMatching(/^(published|transcribed)$/),
      license: expect.toSatisfy((license: unknown) => license === null || typeof license === "string"),
      openapi,
      note: expect.any(String),
    });
  });
});

/** A description that was written from several pages, none of them at hand byte for byte, has no hash yet. */
function isHashOfWhatWasRead(this: void, hash: unknown): boolean {
  return hash === null || (typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash));
}

/** Statuses that the vendor's pages describe and its document forgets. */
const DESCRIBED_IN_PROSE = new Set(["bytenite post /access_token 401"]);

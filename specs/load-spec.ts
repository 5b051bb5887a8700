import { applyOverlay } from "./apply-overlay.ts";
import { DESCRIPTION_FILES, listVendors } from "./list-vendors.ts";
import { isTree, readDocument, type Tree } from "./read-document.ts";
import { SpecError } from "./spec-error.ts";

export { listVendors } from "./list-vendors.ts";
export { SpecError, type SpecFault } from "./spec-error.ts";

/** An OpenAPI document, as far as every reader of it relies on. */
export interface OpenApiDocument {
  [key: string]: unknown;
  openapi: string;
  info: { [key: string]: unknown; title: string; version: string };
  paths: { [path: string]: Tree };
}

export interface LoadSpecOptions {
  /** Also lay mock.overlay.yaml over it: replies the vendor gives but does not describe. For mocks alone, never for types. */
  readonly mock?: boolean;
  /** Another root than this folder, for tests. */
  readonly specs?: URL;
}

const SPECS = new URL("./", import.meta.url);

/** A vendor's description with our overlay on it. Every call gives a document of its own. */
export async function loadSpec(vendor: string, options: LoadSpecOptions = {}): Promise<OpenApiDocument> {
  const { mock = false, specs = SPECS } = options;
  let { file, tree } = await readDescription(vendor, specs);
  for (const overlayFile of mock ? ["overlay.yaml", "mock.overlay.yaml"] : ["overlay.yaml"]) {
    const overlay = await readDocument(specs, vendor, overlayFile);
    if (overlay === undefined) continue;
    tree = applyOverlay(tree, overlay, vendor, overlayFile);
    file = overlayFile;
  }
  if (!isOpenApi(tree)) {
    throw new SpecError({
      vendor,
      file,
      reason: "what comes out is not an OpenAPI 3 document with openapi, info.title, info.version and paths",
      remedy: "Add what is missing",
    });
  }
  return tree;
}

async function readDescription(vendor: string, specs: URL): Promise<{ file: string; tree: Tree }> {
  // The name is looked up, never joined into a path unseen: "../x" is an unknown vendor.
  const vendors = await listVendors(specs);
  if (vendors.includes(vendor)) {
    for (const file of DESCRIPTION_FILES) {
      const tree = await readDocument(specs, vendor, file);
      if (tree !== undefined) return { file, tree };
    }
  }
  throw new SpecError({
    vendor,
    file: "openapi.yaml",
    reason: "there is no such description",
    remedy: `Take one of ${vendors.join(", ")}, or write it`,
  });
}

function isOpenApi(tree: Tree): tree is OpenApiDocument {
  const { openapi, info, paths } = tree;
  return (
    typeof openapi === "string" &&
    openapi.startsWith("3.") &&
    isTree(paths) &&
    isTree(info) &&
    typeof info["title"] === "string" &&
    typeof info["version"] === "string"
  );
}

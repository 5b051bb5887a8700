import { access, readFile } from "node:fs/promises";
import { loadSpec, type OpenApiDocument } from "@openbalance/specs";
import type { Tree } from "@openbalance/specs/read-document";
import { findBaseUrl } from "../intake/base-url.ts";
import { formatOperation, listOperations, type OperationName } from "../intake/choose-operations.ts";
import { planCredential } from "../intake/credential.ts";
import { successMediaType } from "../intake/find-media-types.ts";
import type { Finding } from "../intake/finding.ts";
import { IntakeError } from "../intake/intake-error.ts";
import { callParameters, takesParameters } from "./call-parameters.ts";
import { listDecisions } from "./decisions.ts";
import { writePlan } from "./file-plan.ts";
import { planSpec, type PlanSpecOptions } from "./plan-spec.ts";
import { planVendor } from "./plan-vendor.ts";
import { formatOverlay } from "./spec-files.ts";
import { vendorName, type VendorName } from "./vendor-name.ts";
import type { VendorFacts } from "./vendor-facts.ts";

export interface AddVendorOptions extends PlanSpecOptions {
  /** File or URL; without it the description that stands in specs/<vendor> is taken. */
  readonly spec?: string | undefined;
  /** How people write the vendor's name; made of the name of its folder when absent. */
  readonly title?: string | undefined;
  /** What the vendor calls its credential, as the name of an option: `apiKey`. */
  readonly credential?: string | undefined;
}

export interface AddedVendor {
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** What a person must still decide, a line each. */
  readonly decisions: readonly string[];
  /** `false`: the description is empty, so there is nothing to make a client of yet. */
  readonly complete: boolean;
}

/** Adds a vendor to the workspace below a root, or changes nothing. */
export async function addVendor(root: URL, vendor: string, options: AddVendorOptions): Promise<AddedVendor> {
  const name = vendorName(vendor, options.title);
  if (name === undefined) {
    throw new IntakeError(
      vendor,
      "it is no name of a vendor",
      "Take lower-case words with hyphens, such as acme-pay",
    );
  }
  refuseCredentialName(options.credential);
  await refuseTaken(root, vendor, options.spec !== undefined);
  const specs = options.spec === undefined ? undefined : await planSpec(name, options.spec, options);
  const description = specs?.corrected ?? (await loadSpec(vendor, { specs: new URL("specs/", root) }));
  const operation = listOperations(description).find(({ method }) => method === "get");
  const plan = new Map(specs?.plan ?? []);
  const findings = [...(specs?.findings ?? [])];
  if (operation === undefined) {
    if (specs === undefined || listOperations(description).length > 0)
      throw nothingToRead(vendor, description);
    plan.set(`specs/${vendor}/mock.overlay.yaml`, formatOverlay(name.title, [], []));
  } else {
    const facts = factsOf(name, description, operation, specs?.location ?? root, options.credential);
    for (const [file, text] of await planVendor(facts)) {
      // The description's own folder may be there already.
      if (specs !== undefined || !file.startsWith("specs/")) plan.set(file, text);
    }
  }
  const complete = operation !== undefined;
  // Cut to what OpenAPI wants, or written by us to the same end.
  const decisions = await listDecisions(vendor, description as OpenApiDocument, findings, complete);
  await writePlan(root, plan);
  return { files: [...plan.keys()], findings, decisions, complete };
}

function factsOf(
  name: VendorName,
  description: Tree,
  operation: OperationName,
  location: URL,
  credentialName: string | undefined,
): VendorFacts {
  const { path, method } = operation;
  const { credential: planned } = planCredential(description, path, method);
  const credential = planned && { ...planned, option: credentialName ?? planned.option };
  const type = successMediaType(description, path, method) ?? "application/json";
  return {
    name,
    operation,
    baseUrl: findBaseUrl(description, path, method, location).url,
    credential,
    parameters: callParameters(description, operation, credential?.header),
    takesParameters: takesParameters(description, operation),
    accept: type === "application/json" ? "" : type,
    documented: JSON.stringify(description).includes('"documented":{"value"'),
  };
}

function refuseCredentialName(name: string | undefined): void {
  if (name === undefined || /^[a-z][A-Za-z0-9]*$/.test(name)) return;
  throw new IntakeError(name, "it is no name of an option", "Take one in camel case, such as apiKey");
}

async function refuseTaken(root: URL, vendor: string, withSpec: boolean): Promise<void> {
  const places = [
    `packages/${vendor}`,
    `packages/normalize/src/vendors/${vendor}.ts`,
    `packages/cli/src/built-in/${vendor}.ts`,
    ...(withSpec ? [`specs/${vendor}`] : []),
  ];
  const reserved = new Set(["specs", "scripts", ...(await listSubpaths(root))]);
  for (const place of places) {
    const taken =
      reserved.has(vendor) ||
      (await access(new URL(place, root)).then(
        () => true,
        () => false,
      ));
    if (!taken) continue;
    throw new IntakeError(
      vendor,
      `the name is taken: ${place} is there`,
      "Take another name, or remove what is there",
    );
  }
}

function nothingToRead(vendor: string, description: Tree): IntakeError {
  const all = listOperations(description).map(formatOperation).join(", ") || "none";
  return new IntakeError(
    `specs/${vendor}`,
    `no operation is a GET (${all})`,
    "Describe one that reads the balance",
  );
}

/** What normalize exports beside its vendors, each of which is a subpath as well. */
async function listSubpaths(root: URL): Promise<readonly string[]> {
  const text = await readFile(new URL("packages/normalize/package.json", root), "utf8").catch(
    () => undefined,
  );
  if (text === undefined) {
    throw new IntakeError(
      root.pathname,
      "it is no workspace of this project",
      "Leave --root out, or correct it",
    );
  }
  // Written by us and checked by the layout test.
  const { exports } = JSON.parse(text) as { readonly exports: object };
  return Object.keys(exports).map((subpath) => subpath.replace("./", ""));
}

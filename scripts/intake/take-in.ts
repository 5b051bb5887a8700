import { isTree, type Tree } from "@openbalance/specs/read-document";
import { findBaseUrl } from "./base-url.ts";
import { chooseOperations, type OperationName } from "./choose-operations.ts";
import { planCredential, type HeaderCredential } from "./credential.ts";
import { cutDescription } from "./cut-description.ts";
import { dropWording } from "./drop-wording.ts";
import { findExampleReferences } from "./find-example-references.ts";
import { findLostReferences } from "./find-lost-references.ts";
import { findMediaTypes } from "./find-media-types.ts";
import { findOddSchemas } from "./find-odd-schemas.ts";
import { findOperationNames } from "./find-operation-names.ts";
import { findPathNumbers } from "./find-path-numbers.ts";
import type { Finding } from "./finding.ts";
import { joinFiles, refuseExternalReferences, type JoinOptions } from "./join-files.ts";
import { readPage } from "./read-page.ts";
import type { SourceText } from "./read-source.ts";
import { toOpenApi3 } from "./to-openapi3.ts";
import { at } from "./walk-description.ts";

export interface IntakeOptions extends JoinOptions {
  /** By `operationId` or as `GET /path`. */
  readonly operations: readonly string[];
  readonly errors: "kept" | "cut-off";
  /** `ours`: the vendor's sentences and code samples are left out. */
  readonly wording: "ours" | "vendor";
}

/** What a vendor's document says of the operations wanted, as it says it. */
export interface Intake {
  readonly description: Tree;
  readonly format: "json" | "yaml";
  /** The first is the one that reads the balance. */
  readonly operations: readonly OperationName[];
  readonly findings: readonly Finding[];
  readonly license: string | null;
  readonly baseUrl?: string;
  readonly credential?: HeaderCredential;
}

/** More schemas than a balance needs: its errors drag them in. */
const MANY_COMPONENTS = 60;

/** Takes a document in; undefined when it is a page without a description. */
export async function takeIn(source: SourceText, options: IntakeOptions): Promise<Intake | undefined> {
  const { name, location } = source;
  const page = readPage(source.text, name);
  if (page.description === undefined) return undefined;
  const joined = await joinFiles(page.description, source, options);
  const whole = toOpenApi3(joined.description, name);
  const hint = page.operation === undefined ? [] : [page.operation];
  const operations = chooseOperations(whole, options.operations.length > 0 ? options.operations : hint, name);
  const cut = cutDescription(whole, operations, options);
  refuseExternalReferences(cut.description, joined.unfollowed);
  const description = options.wording === "ours" ? dropWording(cut.description) : cut.description;
  const [{ path, method } = { path: "", method: "" }] = operations;
  const base = findBaseUrl(description, path, method, location);
  const { credential, findings: credentialFindings } = planCredential(description, path, method);
  return {
    description,
    format: page.format,
    operations,
    license: licenseOf(description),
    ...(base.url === undefined ? {} : { baseUrl: base.url }),
    ...(credential === undefined ? {} : { credential }),
    findings: [
      ...cut.findings,
      ...findSize(whole, description, operations, options),
      ...findProblems(description),
      ...base.findings,
      ...credentialFindings,
    ],
  };
}

/** What a description itself does that readers could stumble over. */
export function findProblems(description: Tree): readonly Finding[] {
  return [
    ...findLostReferences(description),
    ...findExampleReferences(description),
    ...findOddSchemas(description),
    ...findOperationNames(description),
    ...findMediaTypes(description),
    ...findPathNumbers(description),
  ];
}

function findSize(
  whole: Tree,
  description: Tree,
  operations: readonly OperationName[],
  { errors }: IntakeOptions,
): readonly Finding[] {
  const size = countSchemas(description);
  if (errors === "cut-off" || size <= MANY_COMPONENTS) return [];
  const without = countSchemas(cutDescription(whole, operations, { errors: "cut-off" }).description);
  const problem = `${size} schemas are reached, ${size - without} of them by errors alone`;
  return [
    { place: "#/components/schemas", problem, done: "They were kept. --errors cut-off leaves them out." },
  ];
}

function countSchemas(description: Tree): number {
  return Object.keys(at(description, "components", "schemas") ?? {}).length;
}

function licenseOf(description: Tree): string | null {
  const license = at(description, "info", "license");
  const name = at(license, "identifier") ?? at(license, "name");
  return isTree(license) && typeof name === "string" ? name : null;
}

import { applyOverlay } from "@openbalance/specs/apply-overlay";
import type { Tree } from "@openbalance/specs/read-document";
import { formatOperation, listOperations, type OperationName } from "../intake/choose-operations.ts";
import { findExamples } from "../intake/find-examples.ts";
import type { Finding, Repair } from "../intake/finding.ts";
import { IntakeError } from "../intake/intake-error.ts";
import { parseTree } from "../intake/parse-tree.ts";
import { readSource, type SourceText } from "../intake/read-source.ts";
import { takeIn, type IntakeOptions } from "../intake/take-in.ts";
import type { FilePlan } from "./file-plan.ts";
import { emptyDescription, formatDescription, formatOverlay, type SourceRecord } from "./spec-files.ts";
import type { VendorName } from "./vendor-name.ts";

export interface PlanSpecOptions extends IntakeOptions {
  /** The page's address, where the document is a saved copy of it. */
  readonly page?: string | undefined;
  /** A date, UTC. */
  readonly today: string;
}

export interface SpecPlan {
  readonly plan: FilePlan;
  readonly findings: readonly Finding[];
  /** The description with the overlay on it. */
  readonly corrected: Tree;
  readonly location: URL;
}

/** The files of specs/<vendor> but the mock's overlay, made of a document. */
export async function planSpec(name: VendorName, spec: string, options: PlanSpecOptions): Promise<SpecPlan> {
  const source = await readSource(spec, options.limits);
  const intake = await takeIn(source, options);
  const description =
    intake?.description ?? emptyDescription(name.title, readNames(options.operations, source));
  const findings = intake?.findings ?? [noDescription(source)];
  const format = intake?.format ?? "yaml";
  const overlay = formatOverlay(name.title, findings, [
    ...findExamples(description),
    ...markReads(description),
  ]);
  const corrected = applyOverlay(
    description,
    parseTree(overlay, "overlay.yaml"),
    name.vendor,
    "overlay.yaml",
  );
  const record: SourceRecord = {
    document: options.page ?? source.name,
    retrieved: options.today,
    sha256: source.sha256,
    form: intake === undefined ? "transcribed" : "published",
    license: intake?.license ?? null,
    openapi: String(description["openapi"]),
    note: noteOf(intake?.operations ?? [], options),
    ...(options.errors === "cut-off" ? { errors: options.errors } : {}),
    ...(options.wording === "vendor" ? { wording: options.wording } : {}),
  };
  const folder = `specs/${name.vendor}`;
  const plan = new Map([
    [`${folder}/openapi.${format}`, formatDescription(description, format)],
    [`${folder}/overlay.yaml`, overlay],
    [`${folder}/source.json`, `${JSON.stringify(record, undefined, 2)}\n`],
  ]);
  return { plan, findings, corrected, location: source.location };
}

/** A GET changes nothing, so that it may be sent again; whether this vendor's does is for a person to check. */
function markReads(description: Tree): readonly Repair[] {
  return listOperations(description)
    .filter(({ method }) => method === "get")
    .map(({ path }) => ({
      target: `$.paths[${JSON.stringify(path)}].get`,
      description: "It only reads, so a request whose reply was lost may be sent again.",
      update: { "x-repeatable": true },
    }));
}

function readNames(operations: readonly string[], { name }: SourceText): readonly OperationName[] {
  return operations.map((operation) => {
    const [, method = "", path = ""] = /^(GET) (\/\S*)$/i.exec(operation.trim()) ?? [];
    if (path !== "") return { method: method.toLowerCase(), path };
    throw new IntakeError(name, "it holds no OpenAPI, so an operation has no id", 'Name it as "GET /path"');
  });
}

function noDescription({ name }: SourceText): Finding {
  return {
    place: name,
    problem: "the page holds no OpenAPI",
    done: "The description is empty, to be filled in by hand from the page: paths, fields, types, enums, security.",
  };
}

function noteOf(operations: readonly OperationName[], { wording }: IntakeOptions): string {
  if (operations.length === 0) return "The page is prose; the description is written from it.";
  const names = operations.map(formatOperation).join(" and ");
  const words = wording === "ours" ? "; its sentences and code samples are left out" : "";
  return `The vendor's own description, cut to ${names}${words}.`;
}

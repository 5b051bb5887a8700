import { readFile } from "node:fs/promises";
import { DESCRIPTION_FILES } from "@openbalance/specs/list-vendors";
import { applyOverlay } from "@openbalance/specs/apply-overlay";
import { readDocument, type Tree } from "@openbalance/specs/read-document";
import { formatOperation, listOperations } from "../intake/choose-operations.ts";
import { carryWording } from "../intake/drop-wording.ts";
import type { Finding } from "../intake/finding.ts";
import { IntakeError } from "../intake/intake-error.ts";
import type { JoinOptions } from "../intake/join-files.ts";
import { readSource } from "../intake/read-source.ts";
import { findProblems, takeIn } from "../intake/take-in.ts";
import { vendorCode } from "../generate/vendor-code.ts";
import type { FilePlan } from "../scaffold/file-plan.ts";
import { formatDescription, type SourceRecord } from "../scaffold/spec-files.ts";
import { bumpFor, formatChangeset } from "./changeset.ts";
import { compareDescriptions, type Change } from "./compare-facts.ts";
import { findIdleActions } from "./idle-actions.ts";

export interface UpdateOptions extends JoinOptions {
  /** A file or URL to read in place of the recorded one. */
  readonly spec?: string | undefined;
  /** A date, UTC. */
  readonly today: string;
}

export interface SpecUpdate {
  readonly state: "unchanged" | "reworded" | "changed" | "prose changed";
  /** In what the vendor says. */
  readonly changes: readonly Change[];
  /** In what the package's types are made from: with the overlay on it. */
  readonly typeChanges: readonly Change[];
  readonly findings: readonly Finding[];
  /** Actions of the overlay that the vendor has made superfluous. */
  readonly idleActions: readonly string[];
  readonly plan: FilePlan;
}

/** What an update of a vendor's description would change; nothing is written. */
export async function planUpdate(root: URL, vendor: string, options: UpdateOptions): Promise<SpecUpdate> {
  const specs = new URL("specs/", root);
  const record = await readRecord(specs, vendor);
  const source = await readSource(options.spec ?? record.document, options.limits);
  const nothing = { changes: [], typeChanges: [], findings: [], idleActions: [] };
  if (source.sha256 === record.sha256) return { state: "unchanged", ...nothing, plan: new Map() };
  const renewed: SourceRecord = { ...record, retrieved: options.today, sha256: source.sha256 };
  const recordFile = `specs/${vendor}/source.json`;
  const recordOnly = new Map([[recordFile, formatRecord(renewed)]]);
  if (record.form === "transcribed") return { state: "prose changed", ...nothing, plan: recordOnly };

  const { file, tree: stored } = await readStored(specs, vendor);
  const intake = await takeIn(source, {
    ...options,
    operations: listOperations(stored).map(formatOperation),
    errors: record.errors ?? "kept",
    wording: record.wording ?? "ours",
  });
  if (intake === undefined) {
    throw new IntakeError(
      source.name,
      "the page holds no OpenAPI any more",
      "Find where the vendor has it now",
    );
  }
  const fresh = carryWording(intake.description, stored, record.wording ?? "ours");
  const changes = compareDescriptions(stored, fresh);
  if (changes.length === 0) return { state: "reworded", ...nothing, plan: recordOnly };

  const overlay = (await readDocument(specs, vendor, "overlay.yaml")) ?? { overlay: "1.1.0", actions: [] };
  const [before, after] = [stored, fresh].map((each) =>
    applyOverlay(each, overlay, vendor, "overlay.yaml"),
  ) as [Tree, Tree];
  const typeChanges = compareDescriptions(before, after);
  const plan = new Map([
    [`specs/${vendor}/${file}`, formatDescription(fresh, file.endsWith(".json") ? "json" : "yaml")],
    [
      recordFile,
      formatRecord({
        ...renewed,
        license: intake.license ?? record.license,
        openapi: String(fresh["openapi"]),
      }),
    ],
    // The overlay has been laid over a description that was cut to what OpenAPI wants.
    ...(await vendorCode(vendor, after as Parameters<typeof vendorCode>[1])),
  ]);
  const bump = bumpFor(typeChanges);
  if (bump !== undefined) {
    plan.set(
      `.changeset/${vendor}-${source.sha256.slice(0, 8)}.md`,
      formatChangeset(vendor, bump, typeChanges),
    );
  }
  return {
    state: "changed",
    changes,
    typeChanges,
    findings: findProblems(after),
    idleActions: findIdleActions(vendor, overlay, stored, fresh),
    plan,
  };
}

async function readRecord(specs: URL, vendor: string): Promise<SourceRecord> {
  const text = await readFile(new URL(`${vendor}/source.json`, specs), "utf8").catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as SourceRecord;
  throw new IntakeError(`specs/${vendor}/source.json`, "there is no such file", "Name a vendor that has one");
}

async function readStored(
  specs: URL,
  vendor: string,
): Promise<{ readonly file: string; readonly tree: Tree }> {
  for (const file of DESCRIPTION_FILES) {
    const tree = await readDocument(specs, vendor, file);
    if (tree !== undefined) return { file, tree };
  }
  throw new IntakeError(`specs/${vendor}`, "there is no description", "Name a vendor that has one");
}

function formatRecord(record: SourceRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

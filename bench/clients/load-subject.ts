import { readdirSync } from "node:fs";
import type { OwnSubjects } from "./openbalance.ts";
import type { Subject } from "./subject.ts";

/** Where a subject is found: a file of this folder, and for our own the way it is used. */
export interface SubjectName {
  readonly file: string;
  readonly way?: keyof OwnSubjects;
}

/** The vendors that are measured: those with a file of this folder, `openbalance-<vendor>.ts`. */
export const ownVendors: readonly string[] = readdirSync(new URL("./", import.meta.url))
  .flatMap((file) => /^openbalance-([\w-]+)\.ts$/.exec(file)?.[1] ?? [])
  .toSorted();

/** The clients of others, in the order of the columns. */
export const peers = [
  "telnyx",
  "openai",
  "flexprice-sdk",
  "stripe",
  "openapi-fetch",
  "ky",
  "octokit-request",
] as const;

/** Loads one subject and nothing of the others, so that a process holds what it measures alone. */
export async function loadSubject({ file, way }: SubjectName): Promise<Subject> {
  const loaded = (await import(`./${file}.ts`)) as {
    readonly subject?: Subject;
    readonly subjects?: OwnSubjects;
  };
  const subject = way === undefined ? loaded.subject : loaded.subjects?.[way];
  if (subject === undefined) throw new Error(`clients/${file}.ts holds no such subject`);
  return subject;
}

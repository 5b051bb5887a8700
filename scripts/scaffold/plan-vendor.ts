import { readdir, readFile } from "node:fs/promises";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "oxfmt";
import { expandTemplate, type TemplateValues } from "./expand-template.ts";
import type { FilePlan } from "./file-plan.ts";
import type { VendorFacts } from "./vendor-facts.ts";
import { vendorValues } from "./vendor-values.ts";

const TEMPLATES = new URL("../templates/vendor/", import.meta.url);
const SUFFIX = ".template";

/** The files that a vendor needs beside its description, all of them new. */
export async function planVendor(facts: VendorFacts): Promise<FilePlan> {
  const values = vendorValues(facts);
  const plan = new Map<string, string>();
  const folder = fileURLToPath(TEMPLATES);
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith(SUFFIX))
    .toSorted();
  for (const file of files) {
    const target = expandTemplate(file.slice(0, -SUFFIX.length).split(sep).join("/"), values);
    plan.set(target, await fill(new URL(file.split(sep).join("/"), TEMPLATES), target, values));
  }
  return plan;
}

async function fill(template: URL, target: string, values: TemplateValues): Promise<string> {
  return formatted(target, expandTemplate(await readFile(template, "utf8"), values));
}

/** Formatted as `pnpm fix` does, so that a template need not be. Changesets are left alone by both. */
async function formatted(file: string, text: string): Promise<string> {
  if (file.startsWith(".changeset/")) return text;
  const { code, errors } = await format(file, text, { printWidth: 110 });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} cannot be formatted: ${error.message}`);
  return code;
}

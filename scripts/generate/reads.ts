import type { OpenApiDocument } from "@openbalance/specs";
import { formatOperation, listOperations } from "../intake/choose-operations.ts";
import { at } from "../intake/walk-description.ts";

/** `src/generated/reads.ts`: the operations that the overlay marks as reads, which a client may send again. */
export function generateReads(vendor: string, document: OpenApiDocument): string {
  const reads = listOperations(document)
    .filter(({ path, method }) => at(document, "paths", path, method, "x-repeatable") === true)
    .map((operation) => `  ${JSON.stringify(formatOperation(operation))},\n`);
  return [
    `// Generated from specs/${vendor}/overlay.yaml by \`pnpm generate\`. Do not edit:\n`,
    "// an operation is a read where the overlay gives it `x-repeatable: true`.\n\n",
    "/** The operations that may be sent more than once. Every other one is sent once. */\n",
    `export const reads: readonly string[] = [\n${reads.join("")}];\n`,
  ].join("");
}

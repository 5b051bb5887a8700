import type { OpenApiDocument } from "@openbalance/specs";
import { generateFields } from "./generate-fields.ts";
import { generateTypes } from "./generate-types.ts";

/** Everything that is generated from a vendor's description, by its path below the root. */
export async function generatedFiles(
  vendor: string,
  document: OpenApiDocument,
): Promise<ReadonlyMap<string, string>> {
  const folder = `packages/${vendor}/src/generated`;
  return new Map([
    [`${folder}/fields.ts`, generateFields(vendor, document)],
    [`${folder}/openapi.ts`, await generateTypes(vendor, document)],
  ]);
}

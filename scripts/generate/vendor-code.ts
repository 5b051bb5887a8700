import type { OpenApiDocument } from "@openbalance/specs";
import { generateFields } from "./fields.ts";
import { generateReads } from "./reads.ts";
import { generateTypes } from "./types.ts";

/** Everything that is generated from a vendor's description, by its path below the root. */
export async function vendorCode(
  vendor: string,
  document: OpenApiDocument,
): Promise<ReadonlyMap<string, string>> {
  const folder = `packages/${vendor}/src/generated`;
  return new Map([
    [`${folder}/fields.ts`, generateFields(vendor, document)],
    [`${folder}/reads.ts`, generateReads(vendor, document)],
    [`${folder}/openapi.ts`, await generateTypes(vendor, document)],
  ]);
}

import type { OpenApiDocument } from "@openbalance/specs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

/** The types of a vendor's description, as the text of `src/generated/openapi.ts`. The same text every time. */
export async function generateTypes(vendor: string, document: OpenApiDocument): Promise<string> {
  // Our own document type says only what every reader relies on; the generator validates the rest itself.
  const nodes = await openapiTS(document, {
    immutable: true,
    rootTypes: true,
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    silent: true,
    transform: openEnum,
  });
  return `${header(vendor)}\n${astToString(nodes)}`;
}

function header(vendor: string): string {
  return [
    `// Generated from specs/${vendor}/openapi and its overlay by \`pnpm generate\`. Do not edit:`,
    `// a wrong type is mended in specs/${vendor}/overlay.yaml.`,
    "",
  ].join("\n");
}

/** A vendor may send a word tomorrow that its enum does not hold today, so every text enum stays open. */
function openEnum(schema: { readonly type?: unknown; readonly enum?: unknown }): ts.TypeNode | undefined {
  if (schema.type !== "string" || !Array.isArray(schema.enum)) return undefined;
  const { factory } = ts;
  const words = [...new Set(schema.enum.map(String))].map((word) =>
    factory.createLiteralTypeNode(factory.createStringLiteral(word)),
  );
  const anyText = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([...words, anyText]);
}

import { loadSpec, type OpenApiDocument } from "@openbalance/specs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { described, mocked, plugin } from "./rules.ts";

export interface LintProblem {
  readonly rule: string;
  /** JSON Pointer into the description with its overlays. */
  readonly place: string;
  readonly message: string;
}

/** What is wrong with a vendor's description once its overlays lie on it. */
export async function lintSpec(vendor: string, specs?: URL): Promise<readonly LintProblem[]> {
  const root = specs === undefined ? {} : { specs };
  return [
    ...(await lintDocument(await loadSpec(vendor, root), described)),
    ...(await lintDocument(await loadSpec(vendor, { ...root, mock: true }), mocked)),
  ];
}

export async function lintDocument(
  document: OpenApiDocument,
  rules: Readonly<Record<string, "error">>,
): Promise<readonly LintProblem[]> {
  const config = await createConfig({ plugins: [plugin], rules: { ...rules } });
  // Redocly lints text, so that it can name lines; the overlays have left none.
  const source = JSON.stringify(document, undefined, 1);
  const problems = await lintFromString({ source, absoluteRef: "/openapi.json", config });
  return problems.map(({ ruleId, message, location: [location] }) => {
    return { rule: ruleId, place: location?.pointer ?? "#", message };
  });
}

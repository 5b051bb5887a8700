import type { OpenApiDocument } from "@openbalance/specs";
import type { Finding } from "../intake/finding.ts";
import { lintDocument } from "../spec-lint/lint-spec.ts";
import { described, mocked } from "../spec-lint/rules.ts";

/** What a person has to decide about a vendor that was just added, a line each: nothing of it can be read off a document. */
export async function listDecisions(
  vendor: string,
  document: OpenApiDocument,
  findings: readonly Finding[],
  complete: boolean,
): Promise<readonly string[]> {
  const specs = `specs/${vendor}`;
  const open = findings.filter(({ repairs = [] }) => repairs.length === 0);
  const broken = [...(await lintDocument(document, described)), ...(await lintDocument(document, mocked))];
  const lines = new Set([
    ...open.map(({ place, problem, done }) => `${place}: ${problem}. ${done}`),
    ...(complete ? broken.map(({ place, message }) => `${specs}, ${place}: ${message}`) : []),
    `${specs}/source.json: the licence of the document, and whether its words may be kept`,
    `${specs}/overlay.yaml: named examples of a zero, a negative and an odd balance, and of every error`,
  ]);
  if (!complete) {
    return [
      ...lines,
      `${specs}: describe the call, then \`pnpm add-vendor ${vendor}\` without --spec makes the package`,
    ];
  }
  return [
    ...lines,
    `packages/${vendor}/src/client.ts: the address, how a request is authenticated, and the page that says so`,
    `packages/${vendor}/src/problem.ts: the vendor's own error codes, and failures that come as a 200`,
    `packages/normalize/src/vendors/${vendor}.ts: which field is which amount, in which asset; its sign and what absence means`,
    `packages/normalize/test/laws/shapes/${vendor}.ts: the same written from the documents; its laws and its conformance fail until an amount is mapped`,
    `docs/vendors/${vendor}.md: what each field means, what is derived, the traps, how it was verified`,
    `packages/cli/src/built-in/${vendor}.ts: whether its API is alive, where a key is made, how often one may ask, what the demo asks with`,
  ];
}

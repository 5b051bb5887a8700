import type { Change } from "./compare-facts.ts";

export type Bump = "major" | "minor" | "patch";

/** What a change of the types asks of the version; undefined when there is none. */
export function bumpFor(changes: readonly Change[]): Bump | undefined {
  const weights = new Set(changes.map(({ weight }) => weight));
  if (weights.has("breaking")) return "major";
  if (weights.has("compatible")) return "minor";
  return weights.has("cosmetic") ? "patch" : undefined;
}

/** Longer lists are in the pull request; a changelog is read by people. */
const MOST_LINES = 20;

export function formatChangeset(vendor: string, bump: Bump, changes: readonly Change[]): string {
  const lines = changes.slice(0, MOST_LINES).map(formatChange);
  const rest = changes.length > MOST_LINES ? [`and ${changes.length - MOST_LINES} more`] : [];
  return [
    "---",
    `"@openbalance/${vendor}": ${bump}`,
    "---",
    "",
    "The vendor's description changed:",
    "",
    ...[...lines, ...rest].map((line) => `- ${line}`),
    "",
  ].join("\n");
}

export function formatChange({ weight, place, what }: Change): string {
  return `${weight}: ${place}: ${what}`;
}

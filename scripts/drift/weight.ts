import type { Fact } from "./fact.ts";

/** What a change means for those who read replies and write requests by the earlier state. */
export type Weight = "breaking" | "compatible" | "cosmetic";

export function weighChange(before: Fact, after: Fact): Weight {
  const { kind, side } = before;
  if (kind === "wording") return "cosmetic";
  if (kind === "type") {
    const [narrow, wide] = side === "request" ? [before.value, after.value] : [after.value, before.value];
    return isWithin(narrow, wide) ? "compatible" : "breaking";
  }
  if (kind === "required" && side === "reply") return after.value === "optional" ? "breaking" : "compatible";
  if (kind === "required" || kind === "parameter")
    return after.value === "optional" ? "compatible" : "breaking";
  return "breaking";
}

export function weighRemoval({ kind, side }: Fact): Weight {
  if (kind === "wording") return "cosmetic";
  // What a reply no longer says, nobody misses; a request that still says it may be refused.
  if (kind === "word") return side === "request" ? "breaking" : "compatible";
  if (kind === "limit") return side === "request" ? "compatible" : "breaking";
  return "breaking";
}

export function weighAddition({ kind, side, value }: Fact): Weight {
  if (kind === "wording") return "cosmetic";
  if (kind === "parameter") return value === "required" ? "breaking" : "compatible";
  if (kind === "limit") return side === "request" ? "breaking" : "compatible";
  return kind === "required" && side === "request" && value !== "optional" ? "breaking" : "compatible";
}

/** Whether everything of one type is of the other too: a whole number is a number. */
function isWithin(narrow: string, wide: string): boolean {
  const wider = new Set(wide.split(" or "));
  if (wider.has("anything")) return true;
  return narrow.split(" or ").every((type) => wider.has(type) || (type === "integer" && wider.has("number")));
}

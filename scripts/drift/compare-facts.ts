import type { Tree } from "@openbalance/specs/read-document";
import { describeFacts } from "./describe-facts.ts";
import type { Fact, FactKind } from "./fact.ts";
import { weighAddition, weighChange, weighRemoval, type Weight } from "./weight.ts";

/** One difference in meaning between two states of a description. */
export interface Change {
  readonly weight: Weight;
  /** For instance `GET /balance, 200, /data/pending`. */
  readonly place: string;
  readonly what: string;
}

/** Kinds of which a place has one value, so that two are a change from one to the other. */
const SINGLE: ReadonlySet<FactKind> = new Set(["media type", "parameter", "required", "security", "type"]);
/** Kinds under which a place has more, which comes and goes with it. */
const WHOLE: ReadonlySet<FactKind> = new Set(["field", "operation", "parameter", "status"]);

interface WholeChange extends Change {
  /** A thing that came or went as a whole. */
  readonly whole: boolean;
}

/** What changed from one state to the other, the heaviest first. */
export function compareDescriptions(before: Tree, after: Tree): readonly Change[] {
  const [old, fresh] = [group(describeFacts(before)), group(describeFacts(after))];
  const changes = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) =>
    compareGroup(old.get(key) ?? [], fresh.get(key) ?? []),
  );
  const order: readonly Weight[] = ["breaking", "compatible", "cosmetic"];
  return withoutConsequences(changes)
    .map(({ weight, place, what }) => ({ weight, place, what }))
    .toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
}

function group(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  return Map.groupBy(facts, ({ place, kind }) => `${kind}\n${place}`);
}

function compareGroup(old: readonly Fact[], fresh: readonly Fact[]): readonly WholeChange[] {
  const known = {
    old: new Set(old.map(({ value }) => value)),
    fresh: new Set(fresh.map(({ value }) => value)),
  };
  const gone = old.filter(({ value }) => !known.fresh.has(value));
  const added = fresh.filter(({ value }) => !known.old.has(value));
  const [first, second] = [gone[0], added[0]];
  if (first !== undefined && second !== undefined) {
    const change = { place: first.place, weight: weighChange(first, second), whole: false };
    if (first.kind === "wording") return [{ ...change, what: "wording changed" }];
    if (SINGLE.has(first.kind)) {
      return [{ ...change, what: `${first.kind} ${first.value} became ${second.value}` }];
    }
  }
  return [
    ...gone.map((fact) => came(fact, weighRemoval(fact), "is gone")),
    ...added.map((fact) => came(fact, weighAddition(fact), "is new")),
  ];
}

/** Of a field that came or went, its types, words and members say nothing more. */
function withoutConsequences(changes: readonly WholeChange[]): readonly WholeChange[] {
  const wholes = new Set(changes.filter(({ whole }) => whole).map(({ place }) => place));
  return changes.filter(({ place, whole }) => {
    const parents = [...place.matchAll(/[/, ]/g)].map(({ index }) => place.slice(0, index));
    return !parents.some((parent) => wholes.has(parent)) && (whole || !wholes.has(place));
  });
}

function came(fact: Fact, weight: Weight, what: "is new" | "is gone"): WholeChange {
  const subject = fact.kind === "wording" ? fact.kind : [fact.kind, fact.value].filter(Boolean).join(" ");
  return { weight, place: fact.place, what: `${subject} ${what}`, whole: WHOLE.has(fact.kind) };
}

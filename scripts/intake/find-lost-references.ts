import { isTree, type Tree } from "@openbalance/specs/read-document";
import {
  fromPointer,
  quote,
  toJsonPath,
  toPointer,
  type Finding,
  type Keys,
  type Repair,
} from "./finding.ts";
import { at, walkDescription } from "./walk-description.ts";

/** References and discriminators that name what the document does not hold. */
export function findLostReferences(description: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  walkDescription(description, (node, keys) => {
    const { $ref } = node;
    if (typeof $ref === "string" && at(description, ...fromPointer($ref)) === undefined) {
      const problem = `it refers to ${$ref}, which the document does not hold`;
      findings.push({ place: toPointer(keys), problem, ...mend(keys, $ref) });
    }
    for (const [value, target] of Object.entries(mappingOf(node))) {
      const place = [...keys, "discriminator", "mapping", value];
      if (isKnown(description, target)) {
        if (!String(target).startsWith("#/")) findings.push(spellOut(place, String(target)));
        continue;
      }
      const problem = `the discriminator leads to ${String(target)}, which the document does not hold`;
      const repair = { target: toJsonPath(place), description: sentence(problem), remove: true } as const;
      findings.push({
        place: toPointer(place),
        problem,
        done: "The overlay removes the entry.",
        repairs: [repair],
      });
    }
  });
  return findings;
}

/** The standard lets a mapping name a schema alone; generators follow references only. */
function spellOut(place: Keys, name: string): Finding {
  const repair: Repair = {
    target: toJsonPath(place),
    description: "The vendor names the schema alone; generators follow references only.",
    update: toPointer(["components", "schemas", name]),
  };
  const problem = `the discriminator names the schema ${name} without a reference`;
  return { place: toPointer(place), problem, done: "The overlay writes the reference.", repairs: [repair] };
}

function mend(keys: Keys, $ref: string): Pick<Finding, "done" | "repairs"> {
  const why = sentence(`The reference to ${$ref} leads nowhere in the vendor's document`);
  const [parent, last] = [keys.at(-2), keys.at(-1)];
  if (parent === "parameters") {
    const target =
      typeof last === "number"
        ? `${toJsonPath(keys.slice(0, -1))}[?@['$ref'] == ${quote($ref)}]`
        : toJsonPath(keys);
    const removal: Repair = { target, description: why, remove: true };
    return { done: "The overlay removes the parameter.", repairs: [removal] };
  }
  if (parent === "headers" || parent === "examples" || parent === "links") {
    const removal: Repair = { target: toJsonPath(keys), description: why, remove: true };
    return { done: `The overlay removes it from its ${parent}.`, repairs: [removal] };
  }
  const removal: Repair = { target: toJsonPath([...keys, "$ref"]), description: why, remove: true };
  if (parent !== "responses") return { done: "The overlay lets anything stand there.", repairs: [removal] };
  const described: Repair = {
    target: toJsonPath(keys),
    description: why,
    update: { description: "The vendor's document does not say what comes." },
  };
  return { done: "The overlay keeps the status alone.", repairs: [removal, described] };
}

function mappingOf(node: Tree): Tree {
  const mapping = at(node, "discriminator", "mapping");
  return isTree(mapping) ? mapping : {};
}

function isKnown(description: Tree, target: unknown): boolean {
  if (typeof target !== "string") return false;
  const keys = target.startsWith("#/") ? fromPointer(target) : ["components", "schemas", target];
  return at(description, ...keys) !== undefined;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

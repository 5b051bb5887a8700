import { isTree, type Tree } from "@openbalance/specs/read-document";
import { fromPointer, toPointer, type Finding, type Keys } from "./finding.ts";
import { at, walkDescription } from "./walk-description.ts";

/** The kind of component that stands under a member of this name; a schema under any other. */
const KINDS: Readonly<Record<string, string>> = {
  examples: "examples",
  headers: "headers",
  parameters: "parameters",
  requestBody: "requestBodies",
  responses: "responses",
};

export interface Reached {
  /** Pointers of components, such as `#/components/schemas/Balance`. */
  readonly pointers: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/**
 * Every component that a part of a description refers to. A reference into another part, which a cut would lose, is
 * led to a new component of the description.
 */
export function reachComponents(description: Tree, part: Tree): Reached {
  const pointers = new Set<string>();
  const findings: Finding[] = [];
  const follow = (node: unknown, base: Keys): void => {
    walkDescription(
      node,
      (tree, keys) => {
        if (typeof tree["$ref"] === "string" && leadsElsewhere(tree["$ref"])) {
          moveTarget(description, tree, keys, findings);
        }
        for (const reference of referencesOf(tree, description)) {
          const component = fromPointer(reference).slice(0, 3);
          const pointer = toPointer(component);
          const target = at(description, ...component);
          if (component.length < 3 || target === undefined || pointers.has(pointer)) continue;
          pointers.add(pointer);
          follow(target, component);
        }
      },
      base,
    );
  };
  follow(part, []);
  return { pointers, findings };
}

/** Every reference of an object, those of a discriminator included, which may name a schema alone. */
function referencesOf(node: Tree, description: Tree): readonly string[] {
  const { $ref, discriminator } = node;
  const mapping = at(discriminator, "mapping");
  const mapped = Object.values(isTree(mapping) ? mapping : {}).flatMap((value) => {
    if (typeof value !== "string") return [];
    if (value.startsWith("#/")) return [value];
    return at(description, "components", "schemas", value) === undefined
      ? []
      : [toPointer(["components", "schemas", value])];
  });
  return typeof $ref === "string" && $ref.startsWith("#/") ? [$ref, ...mapped] : mapped;
}

function leadsElsewhere(reference: string): boolean {
  return reference.startsWith("#/") && !reference.startsWith("#/components/");
}

function moveTarget(description: Tree, node: Tree, keys: Keys, findings: Finding[]): void {
  const reference = String(node["$ref"]);
  const from = fromPointer(reference);
  const target = at(description, ...from);
  if (!isTree(target)) return;
  const kind = KINDS[String(keys.at(-1))] ?? KINDS[String(keys.at(-2))] ?? "schemas";
  const name = from.join("_").replaceAll(/[^\w.-]+/g, "_");
  const components = ((description["components"] as Tree | undefined) ??= {});
  const members = ((components[kind] as Tree | undefined) ??= {});
  if (!Object.hasOwn(members, name)) {
    members[name] = target;
    findings.push({
      place: reference,
      problem: "a reference leads here, into a part that is no component and may be cut away",
      done: `What it names became ${toPointer(["components", kind, name])}.`,
    });
  }
  node["$ref"] = toPointer(["components", kind, name]);
}

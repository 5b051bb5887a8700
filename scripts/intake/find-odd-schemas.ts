import { isTree, type Tree } from "@openbalance/specs/read-document";
import { toJsonPath, toPointer, type Finding } from "./finding.ts";
import { reachComponents } from "./reach-components.ts";
import { at, walkDescription } from "./walk-description.ts";

/** Schemas that contradict themselves, and those that contain themselves. */
export function findOddSchemas(description: Tree): readonly Finding[] {
  const findings: Finding[] = [];
  walkDescription(description, (node, keys) => {
    const { type, enum: words } = node;
    if (Array.isArray(words) && new Set(words).size < words.length) {
      const problem = "a word of the enum stands there twice";
      const done = "Take it out of the overlay, if that is where the second comes from.";
      findings.push({ place: toPointer([...keys, "enum"]), problem, done });
    }
    if ((type !== "object" && type !== "array") || !Array.isArray(words)) return;
    if (words.some((word) => typeof word === "object" && word !== null)) return;
    const place = [...keys, "enum"];
    const problem = `the schema wants ${type === "object" ? "an object" : "a list"} that is one of a few words`;
    findings.push({
      place: toPointer(place),
      problem,
      done: "The overlay removes the words. If the vendor sends a word here, change the type there as well.",
      repairs: [
        {
          target: toJsonPath(place),
          description: "No object and no list can be one of these words, so no reply would be right.",
          remove: true,
        },
      ],
    });
  });
  return [...findings, ...findRecursion(description)];
}

function findRecursion(description: Tree): readonly Finding[] {
  const schemas = at(description, "components", "schemas");
  return Object.entries(isTree(schemas) ? schemas : {}).flatMap(([name, schema]) => {
    const pointer = toPointer(["components", "schemas", name]);
    // The search starts beside the component, so finding it means that it leads back to itself.
    if (!reachComponents(description, { schema }).pointers.has(pointer)) return [];
    return [
      { place: pointer, problem: "the schema contains itself", done: "It was kept: types and mocks can." },
    ];
  });
}

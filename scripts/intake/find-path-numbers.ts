import type { Tree } from "@openbalance/specs/read-document";
import { listOperations } from "./choose-operations.ts";
import { fromPointer, quote, toJsonPath, toPointer, type Finding, type Keys } from "./finding.ts";
import { at } from "./walk-description.ts";

/** Numbers in a path: a path is text, and the client takes text, in which no digit of a long id is lost. */
export function findPathNumbers(description: Tree): readonly Finding[] {
  const lists = listOperations(description).flatMap(({ path, method }): readonly Keys[] => [
    ["paths", path, "parameters"],
    ["paths", path, method, "parameters"],
  ]);
  const found = lists.flatMap((list) => {
    const parameters = at(description, ...list);
    return (Array.isArray(parameters) ? parameters : []).flatMap((parameter: unknown, index) => {
      const reference = at(parameter, "$ref");
      const place = typeof reference === "string" ? fromPointer(reference) : [...list, index];
      const [name, type] = [at(description, ...place, "name"), at(description, ...place, "schema", "type")];
      const isNumber =
        at(description, ...place, "in") === "path" && (type === "integer" || type === "number");
      if (!isNumber || typeof name !== "string") return [];
      const element = `${toJsonPath(list)}[?@.in == 'path' && @.name == ${quote(name)}]`;
      return [findingOf(name, place, typeof reference === "string" ? toJsonPath(place) : element)];
    });
  });
  return [...new Map(found.map((finding) => [finding.place, finding])).values()];
}

function findingOf(name: string, place: Keys, target: string): Finding {
  return {
    place: toPointer([...place, "schema"]),
    problem: `the parameter ${name} of the path is a number`,
    done: "The overlay makes it a text, as which it is sent.",
    repairs: [
      {
        target: `${target}.schema`,
        description: "A path is text. The client takes ids as text, in which no digit is lost.",
        update: { type: "string" },
      },
    ],
  };
}

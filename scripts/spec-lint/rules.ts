import type { Oas3Rule, Plugin } from "@redocly/openapi-core";
import { isTree, type Tree } from "@openbalance/specs/read-document";
import { toPointer, type Keys } from "../intake/finding.ts";
import { at } from "../intake/walk-description.ts";
import { lacksUnit } from "./amount-unit.ts";
import { listReplies, walkReply } from "./replies.ts";

/** A rule over the whole document, by the walk that intake and drift take as well. */
function documentRule(message: string, find: (description: Tree) => readonly Keys[]): Oas3Rule {
  return () => ({
    Root(root, { report, location }) {
      // A plain tree, as everything that is parsed.
      const places = new Map(find(root as unknown as Tree).map((keys) => [toPointer(keys), keys]));
      for (const keys of places.values()) report({ message, location: location.child([...keys]) });
    },
  });
}

/** Every JSON reply is shown: mocks, tests and documents live on named examples. */
function findRepliesWithoutExample(description: Tree): readonly Keys[] {
  return listReplies(description).flatMap(({ place }) => {
    const content = at(description, ...place, "content");
    const bodies = Object.entries(isTree(content) ? content : {});
    return bodies.flatMap(([type, body]) => {
      const shown = at(body, "example") !== undefined || Object.keys(at(body, "examples") ?? {}).length > 0;
      return shown || !/[/+]json(;|$)/.test(type) ? [] : [[...place, "content", type]];
    });
  });
}

/** Every amount of a success says what it counts. */
function findAmountsWithoutUnit(description: Tree): readonly Keys[] {
  const found: Keys[] = [];
  for (const reply of listReplies(description).filter(({ status }) => status.startsWith("2"))) {
    walkReply(description, reply, (schema, place) => {
      const name = String(place.at(-1));
      const isMember = place.at(-2) === "properties" || name === "additionalProperties";
      if (isMember && lacksUnit(name, schema)) found.push(place);
    });
  }
  return found;
}

/** The project's own rules. */
export const plugin: Plugin = {
  id: "openbalance",
  rules: {
    oas3: {
      "amount-unit": documentRule(
        "the amount has no unit: give it `x-unit` in the overlay",
        findAmountsWithoutUnit,
      ),
      "response-example": documentRule(
        "the reply has no example: add one to the overlay",
        findRepliesWithoutExample,
      ),
    },
  },
};

/** What holds for a description with its overlay. */
export const described: Readonly<Record<string, "error">> = {
  "no-duplicated-tag-names": "error",
  "no-path-trailing-slash": "error",
  "no-unresolved-refs": "error",
  "openbalance/amount-unit": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
  "path-declaration-must-exist": "error",
  "path-parameters-defined": "error",
  "security-defined": "error",
  struct: "error",
};

/** What holds once the mock's overlay, which has the rest of the replies, lies on it too. */
export const mocked: Readonly<Record<string, "error">> = {
  "no-unresolved-refs": "error",
  "openbalance/response-example": "error",
  struct: "error",
};

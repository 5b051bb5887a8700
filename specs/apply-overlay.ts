import { jsonpath, type JSONValue } from "json-p3";
import { isTree, type Tree } from "./read-document.ts";
import { SpecError } from "./spec-error.ts";

/** One change of an OpenAPI Overlay, checked. */
interface OverlayAction {
  readonly target: string;
  readonly description: string;
  readonly remove?: boolean;
  readonly update?: unknown;
  /** Overlay 1.1: a JSONPath to the one place whose value is merged into the target. */
  readonly copy?: string;
}

type Keys = readonly (string | number)[];
type Refuse = (place: string, reason: string, remedy: string) => never;

/**
 * The description with an OpenAPI Overlay 1.0 or 1.1 laid over it. The description itself stays as it was. Stricter
 * than the standard: an action that matches nothing or gives no reason is refused.
 */
export function applyOverlay(description: Tree, overlay: Tree, vendor: string, file: string): Tree {
  const refuse: Refuse = (place, reason, remedy) => {
    throw new SpecError({ vendor, file, place, reason, remedy });
  };
  let document: unknown = structuredClone(description);
  const idle: string[] = [];
  for (const action of checkActions(overlay, refuse)) {
    const places = find(document, action.target, refuse);
    if (places.length === 0) idle.push(action.target);
    else if (action.remove === true) document = remove(document, places, action.target, refuse);
    else document = merge(document, places, valueOf(document, action, refuse));
  }
  if (idle.length > 0) {
    refuse(
      idle.join(" and "),
      "the target matches nothing in the description",
      "Correct the target, or remove the action if the vendor has mended this itself",
    );
  }
  if (isTree(document)) return document;
  return refuse("$", "an action replaced the whole description", "Aim it at a member");
}

function checkActions(overlay: Tree, refuse: Refuse): readonly OverlayAction[] {
  const { overlay: version, actions } = overlay;
  if (typeof version !== "string" || !/^1\.[01]\.\d+$/.test(version)) {
    return refuse("overlay", "its version is not 1.0 or 1.1", 'Write "overlay: 1.1.0" at its top');
  }
  if (!Array.isArray(actions)) return refuse("actions", "it is not a list", "Write a list of actions");
  return actions.map((action: unknown, index) => {
    const place = `actions[${index}]`;
    if (!isAction(action)) {
      return refuse(
        place,
        "it lacks a target that starts with $ or a description",
        "Say what it changes and why",
      );
    }
    const changes = ["update", "copy"].filter((change) => Object.hasOwn(action, change));
    if (action["remove"] === true) changes.push("remove");
    if (changes.length !== 1) {
      const reason = changes.length === 0 ? "it changes nothing" : `it has ${changes.join(" and ")} at once`;
      refuse(
        `${place} ${action.target}`,
        reason,
        'Give it one of "update", "remove: true" and, in an overlay 1.1, "copy"',
      );
    }
    if (changes[0] === "copy" && version.startsWith("1.0.")) {
      refuse(
        `${place} ${action.target}`,
        '"copy" is new in Overlay 1.1',
        'Write "overlay: 1.1.0" at its top',
      );
    }
    return action;
  });
}

function isAction(action: unknown): action is OverlayAction & Tree {
  return (
    isTree(action) &&
    typeof action["target"] === "string" &&
    action["target"].startsWith("$") &&
    typeof action["description"] === "string" &&
    action["description"].length > 0
  );
}

function find(document: unknown, path: string, refuse: Refuse): readonly Keys[] {
  try {
    // A tree of a JSON or YAML file holds JSON values alone.
    return jsonpath.query(path, document as JSONValue).nodes.map((node) => node.location);
  } catch (error) {
    return refuse(path, `it is not a JSONPath (RFC 9535): ${String(error)}`, "Correct the path");
  }
}

function valueOf(document: unknown, action: OverlayAction, refuse: Refuse): unknown {
  if (action.copy === undefined) return action.update;
  const sources = find(document, action.copy, refuse);
  const [source] = sources;
  if (source === undefined || sources.length > 1) {
    const reason = `"copy" must lead to exactly one place, ${action.copy} leads to ${sources.length}`;
    return refuse(action.target, reason, "Correct the path");
  }
  return structuredClone(at(document, source));
}

function remove(document: unknown, places: readonly Keys[], target: string, refuse: Refuse): unknown {
  // Last first: the earlier elements of a list keep their positions.
  for (const keys of places.toReversed()) {
    const parent = at(document, keys.slice(0, -1));
    const key = keys.at(-1);
    if (key === undefined) refuse(target, "it removes the whole description", "Aim it at a member");
    else if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (isTree(parent)) delete parent[key];
  }
  return document;
}

function merge(document: unknown, places: readonly Keys[], update: unknown): unknown {
  let result = document;
  for (const keys of places) {
    const merged = mergeValue(at(result, keys), update);
    const parent = at(result, keys.slice(0, -1));
    const key = keys.at(-1);
    if (key === undefined) result = merged;
    // Both an array and an object take a key of their own kind; the place was found in this document.
    else (parent as Record<string | number, unknown>)[key] = merged;
  }
  return result;
}

/** Objects merge member by member, a list takes what is given as further elements, any other value is replaced. */
function mergeValue(current: unknown, update: unknown): unknown {
  if (Array.isArray(current)) return [...current, ...(Array.isArray(update) ? update : [update])];
  if (!isTree(current) || !isTree(update)) return structuredClone(update);
  const members = Object.entries(update).map(([key, value]) => [
    key,
    Object.hasOwn(current, key) ? mergeValue(current[key], value) : structuredClone(value),
  ]);
  return { ...current, ...Object.fromEntries(members) };
}

function at(document: unknown, keys: Keys): unknown {
  // The keys come from a search of this very document.
  return keys.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], document);
}

import { isTree, type Tree } from "@openbalance/specs/read-document";
import { listOperations } from "../intake/choose-operations.ts";
import { responsePlace } from "../intake/find-media-types.ts";
import { fromPointer, toPointer, type Keys } from "../intake/finding.ts";
import { reachComponents } from "../intake/reach-components.ts";
import { at, walkDescription } from "../intake/walk-description.ts";

export interface DescribedReply {
  readonly status: string;
  /** Where the response stands, which may be among the components. */
  readonly place: Keys;
}

/** Every response of every operation, one among the components once. */
export function listReplies(description: Tree): readonly DescribedReply[] {
  const replies = new Map<string, DescribedReply>();
  for (const { path, method } of listOperations(description)) {
    const responses = at(description, "paths", path, method, "responses");
    for (const status of Object.keys(isTree(responses) ? responses : {})) {
      const place = responsePlace(description, ["paths", path, method, "responses", status]);
      replies.set(toPointer(place), { status, place });
    }
  }
  return [...replies.values()];
}

/** Calls `visit` for every schema that a reply reaches, with its place. */
export function walkReply(
  description: Tree,
  { place }: DescribedReply,
  visit: (schema: Tree, place: Keys) => void,
): void {
  const reply = at(description, ...place);
  walkDescription(reply, visit, place);
  for (const pointer of reachComponents(description, { reply }).pointers) {
    const keys = fromPointer(pointer);
    walkDescription(at(description, ...keys), visit, keys);
  }
}

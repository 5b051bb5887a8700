import type { Asset } from "../model/asset.ts";
import type { ReplyNode } from "./reply-node.ts";

/** Records that an earlier row is of the same asset, and remembers this one. Both rows stay. */
export function noteDuplicate(node: ReplyNode | undefined, { id }: Asset, seen: Set<string>): void {
  if (seen.has(id)) node?.issue("duplicate_asset", "names an asset that an earlier row names too");
  seen.add(id);
}

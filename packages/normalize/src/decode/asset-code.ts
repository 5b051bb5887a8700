import type { ReplyNode } from "./reply-node.ts";

/** Real codes have a dozen characters at most. */
const longestCode = 64;

/** What a reply calls an asset; undefined where it says nothing, or something too long for a code. */
export function assetCode(node: ReplyNode): string | undefined {
  const code = node.text("expected");
  return code === undefined || code.length > longestCode ? undefined : code;
}

import type { ReplyNode } from "./reply-node.ts";
import type { SuccessReply } from "./vendor-reply.ts";

/** The elements of a list without which a reply is no balance. Throws `bad_response` for what is none. */
export function neededList(node: ReplyNode, badResponse: SuccessReply["badResponse"]): readonly ReplyNode[] {
  const elements = node.elements();
  if (elements === undefined) throw badResponse(`${node.path} must be a list`);
  return elements;
}

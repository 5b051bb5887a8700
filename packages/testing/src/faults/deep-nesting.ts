import type { Fault } from "../fault.ts";
import { replyJson } from "./reply.ts";

/** Answers with arrays inside arrays, this deep. */
export function deepNesting(depth = 200_000): Fault {
  return replyJson("[".repeat(depth) + "]".repeat(depth));
}

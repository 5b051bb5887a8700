import type { ReplyNode } from "./reply-node.ts";
import { isPlausibleTime } from "./utc-time.ts";

const millisecondsIn = { seconds: 1_000, milliseconds: 1 } as const;

/**
 * A time counted since 1970, in RFC 3339 UTC. Zero and less say nothing, since vendors write 0 or -1 for no time at all. A time outside
 * the years 2000 to 2100 is an issue and absent: milliseconds where seconds are documented would be one of the year 57056.
 */
export function epochTime(node: ReplyNode, unit: keyof typeof millisecondsIn): string | undefined {
  const count = node.amount("optional")?.value;
  if (count === undefined || count === "0" || count.startsWith("-")) return undefined;
  const at = new Date(Number(count) * millisecondsIn[unit]);
  if (isPlausibleTime(at)) return at.toISOString();
  node.issue("out_of_range", `is not a time from 2000 to 2100 in ${unit}`);
  return undefined;
}

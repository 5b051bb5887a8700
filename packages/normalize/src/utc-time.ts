import type { ReplyNode } from "./reply-node.ts";

// https://www.rfc-editor.org/rfc/rfc3339#section-5.6; Date.parse alone would take "2026" and local times.
const withoutZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;
const zone = /(Z|[+-]\d{2}:\d{2})$/;

/** A time of RFC 3339, told in UTC; another form is an issue. `defaultZone` is meant where a vendor writes none. */
export function utcTime(node: ReplyNode, defaultZone: "" | "Z" = ""): string | undefined {
  const text = node.text();
  if (text === undefined) return undefined;
  const zoned = zone.test(text) ? text : text + defaultZone;
  const isTime = zone.test(zoned) && withoutZone.test(zoned.replace(zone, "")) && isDay(zoned.slice(0, 10));
  const at = new Date(isTime ? zoned : Number.NaN);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  node.issue("alternate_shape", "must be an RFC 3339 time");
  return undefined;
}

/** Whether the calendar has this day: Date makes the second of March of the thirtieth of February. */
function isDay(day: string): boolean {
  // Every month has as many.
  if (day.slice(-2) <= "28") return true;
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

import type { ReplyNode } from "./reply-node.ts";

// https://www.rfc-editor.org/rfc/rfc3339#section-5.6; Date.parse alone would take "2026" and local times.
const withoutZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;
const zone = /(Z|[+-]\d{2}:\d{2})$/;

/** A time of RFC 3339 in UTC; another form, or one outside the years 2000 to 2100, is an issue and absent. `defaultZone` is meant where a vendor writes none. */
export function utcTime(node: ReplyNode, defaultZone: "" | "Z" = ""): string | undefined {
  const text = node.text();
  if (text === undefined) return undefined;
  const zoned = zone.test(text) ? text : text + defaultZone;
  const isTime = zone.test(zoned) && withoutZone.test(zoned.replace(zone, "")) && isDay(zoned.slice(0, 10));
  const at = new Date(isTime ? zoned : Number.NaN);
  if (Number.isNaN(at.getTime())) node.issue("alternate_shape", "must be an RFC 3339 time");
  else if (isPlausibleTime(at)) return at.toISOString();
  else node.issue("out_of_range", "is not a time from 2000 to 2100");
  return undefined;
}

const earliestMs = Date.UTC(2000, 0);
const endMs = Date.UTC(2101, 0);

/** Whether a reply of today can mean this time: one of another century is a placeholder, or counted in another unit. */
export function isPlausibleTime(at: Date): boolean {
  return at.getTime() >= earliestMs && at.getTime() < endMs;
}

/** Whether the calendar has this day: Date makes the second of March of the thirtieth of February. */
function isDay(day: string): boolean {
  // Every month has as many.
  if (day.slice(-2) <= "28") return true;
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

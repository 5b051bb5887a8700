import { UsageError } from "./usage-error.ts";

const unitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** The form of a duration. */
export const durationPattern: RegExp = /^(\d{1,9})(ms|s|m|h|d)$/;

/** Milliseconds of `500ms`, `30s`, `5m`, `2h` or `7d`; undefined for anything else and for nothing. */
export function parseDuration(text: string): number | undefined {
  const [, count = "", unit = ""] = durationPattern.exec(text) ?? [];
  const milliseconds = Number(count) * (unitsMs[unit as keyof typeof unitsMs] ?? 0);
  return milliseconds > 0 ? milliseconds : undefined;
}

/** A duration from the command line. */
export function durationFlag(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) {
    throw new UsageError(
      `"${text}" is no duration; write a number and a unit, such as 500ms, 30s, 5m, 2h or 7d`,
    );
  }
  return milliseconds;
}

/** A duration in its two largest units: `3 d 4 h`. Rounded down. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < unitsMs.s) return `${Math.floor(milliseconds)} ms`;
  const parts: string[] = [];
  let left = milliseconds;
  for (const unit of ["d", "h", "m", "s"] as const) {
    const count = Math.floor(left / unitsMs[unit]);
    left -= count * unitsMs[unit];
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(" ");
}

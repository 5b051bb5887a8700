/** A moment as people read it: `2026-11-22 02:30 UTC`. */
export function formatUtcMinute(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

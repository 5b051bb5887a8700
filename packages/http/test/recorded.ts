import type { ExchangeEvent, Observer } from "../src/index.ts";

/** An observer that keeps every event, and the waits before retries among them. */
export function recordEvents(): {
  readonly observe: Observer;
  readonly events: readonly ExchangeEvent[];
  readonly waits: () => readonly number[];
} {
  const events: ExchangeEvent[] = [];
  return {
    observe: (event) => void events.push(event),
    events,
    waits: () => events.flatMap((event) => (event.type === "retry" ? [event.waitMs] : [])),
  };
}

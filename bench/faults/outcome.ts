/** How a promise ended within a bound, or that it did not. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly error: unknown }
  | { readonly kind: "pending" };

/** Waits for a call, sync throws included, at most so many milliseconds. */
export async function outcomeOf(call: () => unknown, withinMs: number): Promise<Outcome> {
  const { promise: bound, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => resolve({ kind: "pending" }), withinMs);
  const settled = (async (): Promise<Outcome> => {
    try {
      return { kind: "value", value: await call() };
    } catch (error) {
      return { kind: "error", error };
    }
  })();
  const outcome = await Promise.race([settled, bound]);
  clearTimeout(timer);
  return outcome;
}

/** An outcome in a few words. */
export function describeOutcome(outcome: Outcome): string {
  if (outcome.kind === "pending") return "hangs";
  return outcome.kind === "value" ? `returns ${describeValue(outcome.value)}` : nameOfError(outcome.error);
}

function describeValue(value: unknown): string {
  if (typeof value !== "string")
    return value === undefined ? "undefined" : JSON.stringify(value).slice(0, 40);
  if (value === "") return "an empty text";
  if (value.startsWith("<")) return "the page as text";
  return value.startsWith("{") ? "the raw text" : value;
}

/** Our own code of an error; of a foreign one its class, and the platform's code where it has one. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return `throws ${typeof error}`;
  if (error.name === "BalanceError" && "code" in error) return String(error.code);
  const name = error.constructor.name === "Error" ? error.name : error.constructor.name;
  const cause = error.cause;
  const code =
    cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` (${cause.code})` : "";
  return `${name}${code}`;
}

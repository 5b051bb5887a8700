/** Words of vendors for accounts whose calls are served. */
const serving: ReadonlySet<string> = new Set(["active", "trialing", "free"]);

/** Words for accounts whose calls are not: frozen and closed wallets, plans that were never paid or are switched off. */
const stopped: ReadonlySet<string> = new Set(["frozen", "closed", "incomplete", "free_disabled"]);

/** Whether calls of an account in this state are served. Undefined for a word whose meaning is not documented. */
export function isServing(state: string): boolean | undefined {
  if (serving.has(state)) return true;
  return stopped.has(state) ? false : undefined;
}

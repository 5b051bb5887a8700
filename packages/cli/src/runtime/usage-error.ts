/** The user's mistake: its message says what is wrong and what to do, and the process ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

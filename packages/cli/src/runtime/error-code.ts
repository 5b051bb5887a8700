/** The system's code of an error, such as `ENOENT`; the error's name where it has none. Never a message. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "no code";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/**
 * Copies name, code and message of a foreign error into a new one, with secrets struck out.
 * Some fetch implementations hang the whole request, headers included, on the error they throw.
 */
export function plainCause(error: unknown, secrets: readonly string[] = []): Error {
  const root = deepestCause(error);
  const plain = new Error(redact(textOf(root, "message") ?? "unknown failure", secrets));
  plain.name = textOf(root, "name") ?? "Error";
  const code = errorCode(root);
  // The stack would point at this line, not at the failure.
  delete plain.stack;
  return code === undefined ? plain : Object.assign(plain, { code });
}

/** The platform's code of a failure, such as ECONNREFUSED, wherever in the chain of causes it stands. */
export function errorCode(error: unknown): string | undefined {
  for (const link of causes(error)) {
    const code = textOf(link, "code");
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Strikes every secret out of a text that comes from outside, and bounds its length. */
export function redact(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) safe = safe.replaceAll(secret, "[redacted]");
  // Control characters would let a vendor's message write into a terminal or forge a line in a log.
  safe = safe.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return safe.length > 300 ? `${safe.slice(0, 300)}…` : safe;
}

function deepestCause(error: unknown): unknown {
  return [...causes(error)].at(-1);
}

function* causes(error: unknown): Generator {
  let link = error;
  for (let depth = 0; depth < 8; depth += 1) {
    yield link;
    const next = typeof link === "object" && link !== null && "cause" in link ? link.cause : undefined;
    if (next === undefined || next === null) return;
    link = next;
  }
}

function textOf(value: unknown, key: "name" | "code" | "message"): string | undefined {
  if (typeof value === "string" && key === "message") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === "string" && text !== "" ? text : undefined;
}

import { redact } from "../secrets/redact.ts";

/**
 * Copies name, code and message of a foreign error into a new one, with secrets struck out.
 * Some fetch implementations hang the whole request, headers included, on the error they throw.
 */
export function plainCause(error: unknown, secrets: readonly string[] = []): Error {
  const root = innermostCause(error);
  return bareError(error, redact(messageOf(root) ?? messageOf(firstOf(root)) ?? "unknown failure", secrets));
}

/** Name and code of a foreign error alone, for one whose message may hold a secret that nobody knows. */
export function wordlessCause(error: unknown): Error {
  return bareError(error, "the message is left out, it may hold a secret");
}

/** The platform's code of a failure, such as ECONNREFUSED, wherever in the chain of causes it stands. */
export function errorCode(error: unknown): string | undefined {
  return causes(error)
    .map((link) => wordOf(link, "code"))
    .find((code) => code !== undefined);
}

/** What lies at the bottom of a failure. */
export function innermostCause(error: unknown): unknown {
  return causes(error).at(-1);
}

function bareError(error: unknown, message: string): Error {
  const plain = new Error(message);
  plain.name = wordOf(innermostCause(error), "name") ?? "Error";
  // The stack would point at this line, not at the failure.
  delete plain.stack;
  const code = errorCode(error);
  return code === undefined ? plain : Object.assign(plain, { code });
}

/** The error and what caused it, the innermost last. */
function causes(error: unknown): readonly unknown[] {
  const links = [error];
  while (links.length < 8) {
    const next = propertyOf(links.at(-1), "cause");
    if (next === undefined || next === null) break;
    links.push(next);
  }
  return links;
}

/** A connection tried at several addresses fails with a list of errors and no message of its own. */
function firstOf(error: unknown): unknown {
  const errors = propertyOf(error, "errors");
  return Array.isArray(errors) ? errors[0] : undefined;
}

function wordOf(value: unknown, key: "name" | "code"): string | undefined {
  const word = propertyOf(value, key);
  return typeof word === "string" && /^\w{1,64}$/.test(word) ? word : undefined;
}

function messageOf(value: unknown): string | undefined {
  const message = typeof value === "string" ? value : propertyOf(value, "message");
  return typeof message === "string" && message !== "" ? message : undefined;
}

function propertyOf(value: unknown, key: string): unknown {
  try {
    return Reflect.get(Object(value) as object, key);
  } catch {
    // Anything can be thrown, also an object whose getters throw.
    return undefined;
  }
}

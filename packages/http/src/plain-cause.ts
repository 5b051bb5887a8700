import { redact } from "./redact.ts";

/**
 * Copies name, code and message of a foreign error into a new one, with secrets struck out.
 * Some fetch implementations hang the whole request, headers included, on the error they throw.
 */
export function plainCause(error: unknown, secrets: readonly string[] = []): Error {
  const root = innermost(error);
  const message = textOf(root, "message") ?? textOf(firstOf(root), "message") ?? "unknown failure";
  return bareError(root, errorCode(error), redact(message, secrets));
}

/** Name and code of a foreign error alone, for one whose message may hold a secret that nobody knows. */
export function wordlessCause(error: unknown): Error {
  return bareError(innermost(error), errorCode(error), "the message is left out, it may hold a secret");
}

/** The platform's code of a failure, such as ECONNREFUSED, wherever in the chain of causes it stands. */
export function errorCode(error: unknown): string | undefined {
  for (const link of causes(error)) {
    const code = textOf(link, "code");
    if (code !== undefined && /^\w{1,64}$/.test(code)) return code;
  }
  return undefined;
}

function bareError(root: unknown, code: string | undefined, message: string): Error {
  const plain = new Error(message);
  const name = textOf(root, "name");
  plain.name = name !== undefined && /^\w{1,64}$/.test(name) ? name : "Error";
  // The stack would point at this line, not at the failure.
  delete plain.stack;
  return code === undefined ? plain : Object.assign(plain, { code });
}

function innermost(error: unknown): unknown {
  return [...causes(error)].at(-1);
}

function* causes(error: unknown): Generator {
  let link = error;
  for (let depth = 0; depth < 8; depth += 1) {
    yield link;
    const next = propertyOf(link, "cause");
    if (next === undefined || next === null) return;
    link = next;
  }
}

/** A connection tried at several addresses fails with a list of errors and no message of its own. */
function firstOf(error: unknown): unknown {
  const errors = propertyOf(error, "errors");
  return Array.isArray(errors) ? errors[0] : undefined;
}

function textOf(value: unknown, key: "name" | "code" | "message"): string | undefined {
  if (typeof value === "string" && key === "message") return value;
  const text = propertyOf(value, key);
  return typeof text === "string" && text !== "" ? text : undefined;
}

function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return Reflect.get(value, key);
  } catch {
    // Anything can be thrown, also an object whose getters throw.
    return undefined;
  }
}

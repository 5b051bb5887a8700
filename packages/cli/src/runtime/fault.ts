const kinds = [SyntaxError, ReferenceError, TypeError, RangeError];

/**
 * What a fault is called and where it happened, for a report. Never its message: what Node or a program of the user's
 * says may quote what it stumbled over, such as a key.
 */
export function describeFault(error: unknown): string {
  const title = "openbalance: this is a fault of openbalance itself; please report it";
  const what = kindOf(error).join(", ") || (error instanceof Error ? "Error" : "what was thrown is no error");
  return [title, what, ...framesOf(error)].join("\n");
}

/** The kind and the code of an error, as far as they are known ones. */
export function kindOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const kind = kinds.find((each) => error instanceof each)?.name;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const isKnown = /^(ERR_[A-Z_]+|E[A-Z\d]{2,14})$/.test(code);
  return [...(kind === undefined ? [] : [kind]), ...(isKnown ? [code] : [])];
}

/** The lines of the stack behind the message. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  // Whoever threw it may have put anything there.
  const { stack, message }: { readonly stack?: unknown; readonly message: unknown } = error;
  const [text, words] = [String(stack), String(message)];
  // A message may have lines that look like those of a stack.
  const start = text.indexOf(words);
  return text
    .slice(start === -1 ? 0 : start + words.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
}

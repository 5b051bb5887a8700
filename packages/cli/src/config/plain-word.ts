/**
 * Whether a message may repeat a word of a configuration. One that is long and mixes letters with digits may be a key
 * that was written where its variable, its file or its program belongs.
 */
export function isPlain(word: string): boolean {
  const isKeyLike = /^(?=.*\d)(?=.*[a-z])[\w+=~-]{16,}$/i;
  return !word.split(/[/\\]/).some((part) => part.length >= 40 || isKeyLike.test(part));
}

/** Whether a word can only be the name of a variable: one that is set, or one that is written as they usually are. */
export function isVariableName(word: string, environment: Readonly<Record<string, unknown>>): boolean {
  return environment[word] !== undefined || /^[A-Z][A-Z\d]{0,14}$|^[A-Z][A-Z\d]*(_[A-Z\d]+)+$/.test(word);
}

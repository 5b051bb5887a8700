/** Where the lines of a vendor go in a file that lists all of them. */
export interface SortedPlace {
  /** What an entry of another vendor looks like; global and multiline. */
  readonly sibling: RegExp;
  /** Entries are sorted below the line that holds this text; absent, in the whole file. */
  readonly below?: string;
}

/** Puts lines before the first sibling that comes after them in the alphabet. Throws when the place is gone. */
export function insertLines(
  file: string,
  content: string,
  { sibling, below }: SortedPlace,
  lines: string,
): string {
  const marker = below === undefined ? 0 : content.indexOf(below);
  const start = below === undefined ? 0 : content.indexOf("\n", marker) + 1;
  const siblings = [...content.slice(start).matchAll(sibling)];
  if (marker < 0 || (below === undefined && siblings.length === 0)) {
    throw new Error(`${file}: the place for another vendor is not where it was (${below ?? sibling.source})`);
  }
  const next = siblings.find(([text]) => text > lines);
  const last = siblings.at(-1);
  const at = next?.index ?? (last === undefined ? 0 : last.index + last[0].length + 1);
  return `${content.slice(0, start + at)}${lines}\n${content.slice(start + at)}`;
}

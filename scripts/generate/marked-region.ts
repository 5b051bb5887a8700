const end = "<!-- End of what is written. -->";

/** A page with what is written between the marks of a region in place of what was there. Throws without such marks. */
export function fillRegion(page: string, text: string, region: string, written: string): string {
  const begin = `<!-- Written by \`pnpm generate\`: ${region}. -->`;
  const [before, rest, ...others] = text.split(`${begin}\n`);
  const [, after] = rest === undefined ? [] : splitOnce(rest, `${end}\n`);
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Error(`${page} has no place for ${region}: once ${begin}, and below it ${end}`);
  }
  return `${before}${begin}\n\n${written}\n\n${end}\n${after}`;
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

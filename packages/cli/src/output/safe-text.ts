// Control characters, what changes the direction of text or is not seen, line ends that are none to most programs, and
// halves of characters. Whether a sign is drawn as text or in colours may be said (U+FE0E, U+FE0F).
const unsafe = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]--[\uFE0E\uFE0F]]/gv;

/** What a vendor wrote must not move the cursor, change a terminal's title, or hide or reorder what is shown. */
export function safeText(text: string): string {
  return text.replaceAll(unsafe, "\uFFFD");
}

/** The same with an escape such as `\\u001b` for each, where two texts must stay two. */
export function escapedText(text: string): string {
  return text.replaceAll(unsafe, escapeUnits);
}

/** JSON with all such characters as escapes: the same document, and nothing in it acts on a terminal. */
export function safeJson(
  value: unknown,
  indent?: number,
  replacer?: (key: string, value: unknown) => unknown,
): string {
  return JSON.stringify(value, replacer, indent).replaceAll(unsafe, (character) =>
    // Line breaks between the members are the only ones that JSON leaves as they are.
    character === "\n" ? character : escapeUnits(character),
  );
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}

/** What our own styles and the line of progress are made of, beside line ends. */
// oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
const ownStyles = /\u001b\[(?:\d{1,3}(?:;\d{1,3})*m|K)|\r?\n|\r(?=\u001b\[K)|\t/gu;
const lineEnds = /\r?\n|\t/gu;

/** The last look at all that goes to a terminal: nothing but text and line ends passes, and our own styles where it has any. */
export function safeOutput(text: string, isStyled: boolean): string {
  if (/^[\n\t -~]*$/.test(text)) return text;
  let safe = "";
  let from = 0;
  for (const match of text.matchAll(isStyled ? ownStyles : lineEnds)) {
    safe += safeText(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return safe + safeText(text.slice(from));
}

/** A text without its quoting: letters and digits alone, in lower case, each with its place in the text. */
export interface BareText {
  readonly letters: string;
  /** Where each of them begins, its escape included. */
  readonly starts: readonly number[];
  /** Where it ends. */
  readonly ends: readonly number[];
  /** Whether the text is quoted in more layers than were undone. */
  readonly isDeeper: boolean;
}

const mostLayers = 8;
// `%2B` behind any number of `%25`; `\u002B`, `\x2B`, `\n`, `\"` behind any number of backslashes; `&#43;`, `&#x2B;` and
// `&plus;` behind any number of `&amp;`. What a named entity means is neither a letter nor a digit.
const escapes =
  /%(?:25)*([0-7][\da-f])|\\+(?:u00([0-7][\da-f])|u\{0*([0-7]?[\da-f])\}|x([0-7][\da-f])|[bfnrtv])?|&(?:amp;)*(?:#x0*([0-7][\da-f]);?|#0*(\d{2,3});?|[a-z]{2,8};)/gi;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Undoes the escapes of URLs, JSON and HTML, one within the other, and leaves out blanks, line breaks and punctuation,
 * which get lost or changed on the way. Takes time in proportion to the text.
 */
export function bareText(text: string): BareText {
  const ends = Array.from({ length: text.length }, (_, at) => at + 1);
  let layer: Layer = { text, starts: ends.map((end) => end - 1), ends };
  let layers = 0;
  while (layers < mostLayers && isQuoted(layer)) {
    layer = withoutLayer(layer);
    layers += 1;
  }
  const { text: letters, ...places } = withoutPunctuation(layer);
  return { letters, ...places, isDeeper: isQuoted(layer) };
}

interface Layer {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function isQuoted({ text }: Layer): boolean {
  return text.search(escapes) !== -1;
}

function withoutLayer(layer: Layer): Layer {
  const plain = new LayerWriter(layer);
  for (const match of layer.text.matchAll(escapes)) {
    plain.takeUntil(match.index);
    const [quoted, percent, unicode, braced, byte, hexEntity, decimal = "32"] = match;
    const hex = percent ?? unicode ?? braced ?? byte ?? hexEntity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    plain.take(String.fromCharCode(code), match.index + quoted.length);
  }
  plain.takeUntil(layer.text.length);
  return plain;
}

function withoutPunctuation(layer: Layer): Layer {
  const letters = new LayerWriter(layer);
  for (let at = 0; at < layer.text.length; at += 1) {
    const character = layer.text.charAt(at);
    const lower = character.toLowerCase();
    // A letter that becomes two in lower case would shift the places of all others.
    letters.take(letterOrDigit.test(character) ? (lower.length === 1 ? lower : character) : "", at + 1);
  }
  return letters;
}

/** Writes a layer from the one above it. */
class LayerWriter implements Layer {
  text = "";
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #above: Layer;
  #at = 0;

  constructor(above: Layer) {
    this.#above = above;
  }

  /** One character, or none, for all that stands above up to `end`. */
  take(character: string, end: number): void {
    if (character !== "") {
      this.text += character;
      this.starts.push(this.#above.starts[this.#at] ?? 0);
      this.ends.push(this.#above.ends[end - 1] ?? 0);
    }
    this.#at = end;
  }

  takeUntil(end: number): void {
    while (this.#at < end) this.take(this.#above.text.charAt(this.#at), this.#at + 1);
  }
}

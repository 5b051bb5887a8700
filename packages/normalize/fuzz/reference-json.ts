/** JSON as it stands in a text: numbers and words keep their spelling, members the order of their last writing. */
export type ReferenceValue =
  | { readonly kind: "number"; readonly source: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "array"; readonly elements: readonly ReferenceValue[] }
  | { readonly kind: "object"; readonly members: ReadonlyMap<string, ReferenceValue> };

/** How deep a reply may nest; deeper ones are refused as a whole. */
const deepestNesting = 500;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainCharacters = /(?:[ !]|[#-[]|[\]-\uFFFF])*/y;
const fourHexDigits = /[0-9a-fA-F]{4}/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Reads JSON by the grammar of RFC 8259, character by character and without `JSON.parse`; undefined when the
 * text is none or nests too deep. Of a repeated key the last one counts. A byte order mark may stand in front.
 */
export function readReference(text: string): ReferenceValue | undefined {
  const reader = new Reader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    throw error;
  }
}

class NotJson extends Error {}

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith("\uFEFF")) this.#at = 1;
  }

  document(): ReferenceValue {
    const value = this.#value();
    this.#blank();
    if (this.#at !== this.#text.length) throw new NotJson();
    return value;
  }

  #value(): ReferenceValue {
    this.#blank();
    const first = this.#text[this.#at];
    if (first === "{") return this.#nested(() => ({ kind: "object", members: this.#members() }));
    if (first === "[") return this.#nested(() => ({ kind: "array", elements: this.#elements() }));
    if (first === '"') return { kind: "text", value: this.#string() };
    if (this.#takes("true")) return { kind: "boolean", value: true };
    if (this.#takes("false")) return { kind: "boolean", value: false };
    if (this.#takes("null")) return { kind: "null" };
    const source = this.#match(numberToken);
    if (source === "") throw new NotJson();
    return { kind: "number", source };
  }

  #nested(read: () => ReferenceValue): ReferenceValue {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new NotJson();
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #members(): ReadonlyMap<string, ReferenceValue> {
    const members = new Map<string, ReferenceValue>();
    this.#list("{", "}", () => {
      this.#blank();
      const key = this.#string();
      this.#blank();
      this.#demand(":");
      members.set(key, this.#value());
    });
    return members;
  }

  #elements(): readonly ReferenceValue[] {
    const elements: ReferenceValue[] = [];
    this.#list("[", "]", () => elements.push(this.#value()));
    return elements;
  }

  #list(open: string, close: string, readItem: () => void): void {
    this.#demand(open);
    this.#blank();
    if (this.#takes(close)) return;
    do {
      readItem();
      this.#blank();
    } while (this.#takes(","));
    this.#demand(close);
  }

  #string(): string {
    this.#demand('"');
    let value = "";
    for (;;) {
      value += this.#match(plainCharacters);
      if (this.#takes('"')) return value;
      this.#demand("\\");
      value += this.#escape();
    }
  }

  #escape(): string {
    if (this.#takes("u")) {
      const digits = this.#match(fourHexDigits);
      if (digits === "") throw new NotJson();
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = escapes[this.#text[this.#at] ?? ""];
    if (escaped === undefined) throw new NotJson();
    this.#at += 1;
    return escaped;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #takes(token: string): boolean {
    if (!this.#text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  #demand(token: string): void {
    if (!this.#takes(token)) throw new NotJson();
  }

  #blank(): void {
    while (" \t\n\r".includes(this.#text[this.#at] ?? "x")) this.#at += 1;
  }
}

import type { RawText } from "./node-dispatcher.ts";

/** The headers of a reply, read when somebody asks: of most replies that is one of them. */
export class RawHeaders {
  readonly #raw: readonly RawText[];

  constructor(raw: readonly RawText[]) {
    this.#raw = raw;
  }

  /** All values under a name in lower case, joined as fetch joins them; null without one. */
  get(name: string): string | null {
    let joined: string | null = null;
    for (let at = 0; at + 1 < this.#raw.length; at += 2) {
      // The length first: it tells most names apart, and costs nothing.
      if (this.#raw[at]?.length !== name.length || textOf(this.#raw[at]).toLowerCase() !== name) continue;
      const value = textOf(this.#raw[at + 1]).trim();
      joined = joined === null ? value : `${joined}, ${value}`;
    }
    return joined;
  }

  *[Symbol.iterator](): Generator<[string, string]> {
    const names = new Set<string>();
    for (let at = 0; at < this.#raw.length; at += 2) names.add(textOf(this.#raw[at]).toLowerCase());
    for (const name of names) yield [name, this.get(name) ?? ""];
  }
}

/** Bytes of a header are Latin-1, as fetch reads them. */
function textOf(raw: RawText | undefined = ""): string {
  return typeof raw === "string"
    ? raw
    : Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString("latin1");
}

import type { Tree } from "@openbalance/specs/read-document";

/** An action of the overlay that mends what a finding found. */
export interface Repair {
  readonly target: string;
  readonly description: string;
  readonly update?: Tree | string;
  readonly remove?: true;
}

/** Something in a vendor's document that a reader of it could stumble over. */
export interface Finding {
  /** Where, as a JSON Pointer. */
  readonly place: string;
  readonly problem: string;
  /** What was done about it, or what a person has to do. */
  readonly done: string;
  /** The document stays as the vendor wrote it; the mend goes into the overlay. */
  readonly repairs?: readonly Repair[];
}

export type Keys = readonly (string | number)[];

/** A JSON Pointer in a fragment, as `$ref` writes it. */
export function toPointer(keys: Keys): string {
  const tokens = keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"));
  return ["#", ...tokens].join("/");
}

/** The keys of a local `$ref`. */
export function fromPointer(pointer: string): readonly string[] {
  const tokens = pointer.replace(/^#\/?/, "").split("/");
  return tokens.filter((token) => token !== "").map(decodeToken);
}

/** A JSONPath (RFC 9535), as the target of an overlay's action writes it. */
export function toJsonPath(keys: Keys): string {
  const steps = keys.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    if (/^[A-Za-z_]\w*$/.test(key)) return `.${key}`;
    return `[${quote(key)}]`;
  });
  return `$${steps.join("")}`;
}

/** A text as a JSONPath literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", String.raw`\'`)}'`;
}

function decodeToken(token: string): string {
  const plain = token.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(plain);
  } catch {
    // A lone % is no escape: the name holds it.
    return plain;
  }
}

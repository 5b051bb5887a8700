import type { Reported } from "../model/balance.ts";
import { negateDecimal, parseDecimal, shiftDecimal, type Decimal } from "../model/decimal.ts";
import { NumberLiteral, type ExactJson } from "./exact-json.ts";
import type { Issue, IssueCode } from "../model/issue.ts";

/** An amount with where it came from. */
export interface ReportedAmount {
  readonly value: Decimal;
  readonly provenance: Reported;
}

/** How a vendor counts, where its number is not the amount itself. */
export type Counting = Pick<Reported, "scale" | "negated">;

/** `expected`: its absence is an issue. `optional`: the vendor may leave it out. */
export type Presence = "expected" | "optional";

/** Names, ids and codes are short; nothing that is made of them is to grow with a hostile reply. */
const longestText = 1_000;

/** One place in a reply. Reading it never throws: what is odd becomes an issue that names the place. */
export class ReplyNode {
  readonly value: ExactJson | undefined;
  /** JSON Pointer into the reply (RFC 6901). */
  readonly path: string;
  readonly #issues: Issue[];

  constructor(value: ExactJson | undefined, path: string, issues: Issue[]) {
    this.value = value;
    this.path = path;
    this.#issues = issues;
  }

  issue(code: IssueCode, message: string): void {
    this.#issues.push({ code, path: this.path, message });
  }

  /** The member of an object; a node without value when there is none. */
  member(key: string): ReplyNode {
    return new ReplyNode(ownMember(this.value, key), `${this.path}/${escapePointer(key)}`, this.#issues);
  }

  /** The elements of an array; undefined when this is none. */
  elements(): readonly ReplyNode[] | undefined {
    if (!Array.isArray(this.value)) return undefined;
    // Array.from, since an array handed in by a caller may have holes, which map would skip.
    return Array.from(this.value, (element: ExactJson | undefined, index) => {
      return new ReplyNode(element, `${this.path}/${index}`, this.#issues);
    });
  }

  /** The members of an object by key; undefined when this is none. */
  members(): readonly (readonly [key: string, node: ReplyNode])[] | undefined {
    return this.isObject() ? Object.keys(this.value ?? {}).map((key) => [key, this.member(key)]) : undefined;
  }

  isObject(): boolean {
    const { value } = this;
    return (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      !(value instanceof NumberLiteral)
    );
  }

  /** A non-empty text. Another type is an issue, and half a surrogate pair or more than 1,000 characters; nothing is converted. */
  text(presence: Presence = "optional"): string | undefined {
    if (this.#isAbsent(presence)) return undefined;
    if (typeof this.value !== "string") {
      this.issue("alternate_shape", `must be a text, received ${describe(this.value)}`);
      return undefined;
    }
    if (this.value.length > longestText || !this.value.isWellFormed()) {
      this.issue("alternate_shape", `must be well-formed text of at most ${longestText} characters`);
      return undefined;
    }
    return this.value === "" ? undefined : this.value;
  }

  boolean(): boolean | undefined {
    if (this.#isAbsent("optional")) return undefined;
    if (typeof this.value === "boolean") return this.value;
    this.issue("alternate_shape", `must be true or false, received ${describe(this.value)}`);
    return undefined;
  }

  /** A JSON number, or a string that holds one, exactly: in cents with scale -2, as a debt with `negated`. */
  amount(presence: Presence = "expected", counting: Counting = {}): ReportedAmount | undefined {
    if (this.#isAbsent(presence)) return undefined;
    const text = literalOf(this.value);
    const number = text === undefined ? undefined : parseDecimal(text);
    const value = number === undefined ? undefined : countedAs(number, counting);
    if (text === undefined || value === undefined) {
      const flaw = text === undefined || text === "" ? "" : " that is none or out of range";
      this.issue("bad_number", `must be a decimal number, received ${describe(this.value)}${flaw}`);
      return undefined;
    }
    const precision = typeof this.value === "number" ? "float64" : "source";
    return { value, provenance: { kind: "reported", path: this.path, text, precision, ...counting } };
  }

  /** The same of what cannot be below zero, such as the size of a limit or what is held: below it, it is absent. */
  unsignedAmount(presence: Presence = "expected", counting: Counting = {}): ReportedAmount | undefined {
    const amount = this.amount(presence, counting);
    if (amount === undefined || !amount.value.startsWith("-")) return amount;
    this.issue("out_of_range", "is below zero, which an amount of this kind cannot be");
    return undefined;
  }

  #isAbsent(presence: Presence): boolean {
    if (this.value === null) this.issue("null_field", "is null, so it counts as not stated");
    if (this.value === undefined && presence === "expected") this.issue("missing_field", "is missing");
    return this.value === null || this.value === undefined;
  }
}

/** Says what a value is without quoting it: a reply may repeat a secret. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (value instanceof NumberLiteral || typeof value === "number") return "a number";
  if (typeof value === "string") return value === "" ? "an empty text" : "a text";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The amount that a number stands for; undefined when it is beyond a double. */
function countedAs(number: Decimal, { scale = 0, negated }: Counting): Decimal | undefined {
  const amount = scale === 0 ? number : shiftDecimal(number, scale);
  return negated === true && amount !== undefined ? negateDecimal(amount) : amount;
}

function literalOf(value: ExactJson | undefined): string | undefined {
  if (value instanceof NumberLiteral) return value.source;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function ownMember(value: ExactJson | undefined, key: string): ExactJson | undefined {
  if (typeof value !== "object" || value === null || value instanceof NumberLiteral) return undefined;
  // Own members alone: a reply without `constructor` must not be given Object's.
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, ExactJson>>)[key] : undefined;
}

function escapePointer(key: string): string {
  // Few keys hold either, and looking once is cheaper than replacing twice.
  return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

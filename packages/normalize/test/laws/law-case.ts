import { isBalanceError, type BalanceError } from "@openbalance/http";
import * as fc from "fast-check";
import { readReference } from "../../fuzz/reference-json.ts";
import type { BalanceSnapshot } from "../../src/index.ts";
import { render, type JsonNode } from "./json-node.ts";
import type { ExpectedBalances, VendorShape } from "./vendor-shape.ts";

export const fetchedAt = "2026-11-22T00:00:00Z";

export type Outcome =
  | { readonly snapshot: BalanceSnapshot; readonly error?: undefined }
  | { readonly snapshot?: undefined; readonly error: BalanceError };

// Every law is given the same replies, and decoding is pure.
const outcomes = new Map<string, Outcome>();
const expectations = new Map<string, ExpectedBalances | undefined>();

/** Decodes; anything thrown that is no BalanceError is thrown on. */
export function outcomeOf(shape: VendorShape, text: string): Outcome {
  return remembered(outcomes, `${shape.vendor} ${text}`, () => decode(shape, text));
}

function decode(shape: VendorShape, text: string): Outcome {
  try {
    return { snapshot: shape.decode({ status: 200, text, fetchedAt }) };
  } catch (error) {
    if (!isBalanceError(error)) throw error;
    return { error };
  }
}

/** A generated reply. A failure of a law shows its text. */
export class LawCase {
  readonly shape: VendorShape;
  readonly node: JsonNode;
  readonly text: string;

  constructor(shape: VendorShape, node: JsonNode) {
    this.shape = shape;
    this.node = node;
    this.text = render(node);
    Object.defineProperty(this, fc.toStringMethod, { value: () => this.text });
  }

  /** A number that looks drawn, from 0 up to `below`, and is the same for the same reply. */
  choice(below: number): number {
    let mixed = 0x811c9dc5;
    for (let at = 0; at < this.text.length; at += 1) {
      mixed = Math.imul(mixed ^ this.text.charCodeAt(at), 0x01000193);
    }
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  }

  /** What the reference expects of it; undefined when it has to be refused. */
  get expected(): ExpectedBalances | undefined {
    return remembered(expectations, `${this.shape.vendor} ${this.text}`, () => {
      const root = readReference(this.text);
      if (root === undefined) throw new Error(`the generator wrote something that is no JSON: ${this.text}`);
      return this.shape.expect(root);
    });
  }
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (known.has(key)) return known.get(key) as Value;
  const value = make();
  known.set(key, value);
  return value;
}

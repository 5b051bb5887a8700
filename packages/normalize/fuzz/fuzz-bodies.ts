import * as fc from "fast-check";
import { render } from "../test/laws/json-node.ts";
import type { VendorShape } from "../test/laws/vendor-shape.ts";
import { judge } from "./difference-of.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { createRandom, type Random } from "./random.ts";
import { shrinkText } from "./shrink-text.ts";

/** A decoder under test, with replies of its vendor to start from. */
export interface FuzzSubject {
  readonly shape: VendorShape;
  readonly examples: readonly string[];
}

export interface FuzzReport {
  readonly bodies: number;
  /** Bodies that were read, with every amount as the reference has it. */
  readonly snapshots: number;
  readonly amounts: number;
  /** Bodies that decoder and reference refused. */
  readonly refused: number;
  /** Bodies that are no UTF-8, which the transport refuses; here every byte was taken for a character. */
  readonly notUtf8: number;
  /** The first difference, after which nothing more was tried. */
  readonly difference?: { readonly vendor: string; readonly body: string; readonly what: string };
}

// How many generated replies are drawn at a time, to be mutated in turn.
const batch = 500;

/** Tries bodies until one is read otherwise than by the reference, or all are tried. */
export function fuzzBodies(subjects: readonly FuzzSubject[], bodies: number, seed: number): FuzzReport {
  const random = createRandom(seed);
  const counts = { bodies: 0, snapshots: 0, amounts: 0, refused: 0, notUtf8: 0 };
  while (counts.bodies < bodies) {
    for (const { shape, examples } of subjects) {
      const generated = fc.sample(shape.reply, { numRuns: batch / 5, seed: random(2 ** 31) }).map(render);
      const sources = [...examples, ...generated].map((text) => Buffer.from(text));
      // Most of the described replies are refusals, of which little can be read.
      const readable = sources.filter((bytes) => judge(shape, bytes.toString()).amounts !== undefined);
      for (let left = Math.min(batch, bodies - counts.bodies); left > 0; left -= 1) {
        const { text, isUtf8 } = drawBody(random(5) === 0 ? sources : readable, random);
        const { amounts, difference } = judge(shape, text);
        counts.bodies += 1;
        if (!isUtf8) counts.notUtf8 += 1;
        if (difference !== undefined) return { ...counts, difference: shrunk(shape, text, difference) };
        if (amounts === undefined) counts.refused += 1;
        else counts.snapshots += 1;
        counts.amounts += amounts ?? 0;
      }
    }
  }
  return counts;
}

function drawBody(
  sources: readonly Buffer[],
  random: Random,
): { readonly text: string; readonly isUtf8: boolean } {
  const source = sources[random(sources.length)] ?? Buffer.alloc(0);
  // One in eight stays as it is.
  const bytes = random(8) === 0 ? source : mutateBytes(source, sources, random);
  try {
    // The mark at the beginning is the decoder's to take away.
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: bytes.toString("latin1"), isUtf8: false };
  }
}

function shrunk(shape: VendorShape, text: string, what: string): NonNullable<FuzzReport["difference"]> {
  const body = shrinkText(text, (shorter) => judge(shape, shorter).difference !== undefined);
  return { vendor: shape.vendor, body, what: judge(shape, body).difference ?? what };
}

import { loadReplies } from "@openbalance/testing";
import { bitfront } from "../test/laws/shapes/bitfront.ts";
import { bytenite } from "../test/laws/shapes/bytenite.ts";
import { flexprice } from "../test/laws/shapes/flexprice.ts";
import { glyphrun } from "../test/laws/shapes/glyphrun.ts";
import { telnyx } from "../test/laws/shapes/telnyx.ts";
import type { FuzzSubject } from "./fuzz-bodies.ts";

/** Every vendor, with all replies that its description shows, refusals too. */
export async function loadFuzzSubjects(): Promise<readonly FuzzSubject[]> {
  const shapes = [bitfront, bytenite, flexprice, glyphrun, telnyx];
  return Promise.all(
    shapes.map(async (shape) => {
      const texts = (await loadReplies(shape.vendor)).map(({ text }) => text);
      return { shape, examples: [...new Set(texts)] };
    }),
  );
}

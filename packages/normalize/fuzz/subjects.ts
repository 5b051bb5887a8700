import { listVendors } from "@openbalance/specs";
import { loadReplies } from "@openbalance/testing";
import { loadShape } from "../test/laws/load-shape.ts";
import type { FuzzSubject } from "./fuzz-bodies.ts";

/** Every vendor, with all replies that its description shows, refusals too. */
export async function loadFuzzSubjects(): Promise<readonly FuzzSubject[]> {
  return Promise.all(
    (await listVendors()).map(async (vendor) => {
      const texts = (await loadReplies(vendor)).map(({ text }) => text);
      return { shape: await loadShape(vendor), examples: [...new Set(texts)] };
    }),
  );
}

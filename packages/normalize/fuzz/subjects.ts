import { listVendors } from "@openbalance/specs";
import { loadReplies } from "@openbalance/testing";
import type { VendorShape } from "../test/laws/vendor-shape.ts";
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

/** The one shape that the vendor's file exports. */
async function loadShape(vendor: string): Promise<VendorShape> {
  const module: unknown = await import(`../test/laws/shapes/${vendor}.ts`);
  // Files there export nothing but shapes, as the compiler checks where they declare them.
  const shape = Object.values(module as Readonly<Record<string, VendorShape>>).find(
    (each) => each.vendor === vendor,
  );
  if (shape === undefined) throw new Error(`test/laws/shapes/${vendor}.ts exports no shape of ${vendor}`);
  return shape;
}

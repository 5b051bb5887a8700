import type { VendorShape } from "./vendor-shape.ts";

/** The one shape that the vendor's file exports. */
export async function loadShape(vendor: string): Promise<VendorShape> {
  const module: unknown = await import(`./shapes/${vendor}.ts`);
  // Files there export nothing but shapes, as the compiler checks where they declare them.
  const shape = Object.values(module as Readonly<Record<string, VendorShape>>).find(
    (each) => each.vendor === vendor,
  );
  if (shape === undefined) throw new Error(`test/laws/shapes/${vendor}.ts exports no shape of ${vendor}`);
  return shape;
}

import type { VendorCapabilities } from "../src/model/capabilities.ts";
import type { ConformanceSubject } from "../src/conformance.ts";

export interface VendorModule {
  readonly decodeBalance: ConformanceSubject["decodeBalance"];
  /** Absent where the amounts of a vendor are not mapped yet. */
  readonly capabilities: VendorCapabilities | undefined;
}

/** The decoder and the capability table of a vendor's file, found by their names, so that no list has to be kept. */
export async function loadVendorModule(vendor: string): Promise<VendorModule> {
  const exports = Object.entries(
    (await import(`../src/vendors/${vendor}.ts`)) as Readonly<Record<string, unknown>>,
  );
  const decodeBalance = exports.find(([name]) => /^decode\w+Balance$/.test(name))?.[1];
  const capabilities = exports.find(([name]) => name.endsWith("Capabilities"))?.[1];
  if (typeof decodeBalance !== "function") throw new Error(`${vendor}: its file exports no decode…Balance`);
  // Exports of these names have these types, as the compiler checks where the vendors' files declare them.
  return { decodeBalance, capabilities } as VendorModule;
}

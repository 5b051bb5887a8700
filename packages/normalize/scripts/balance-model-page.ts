import { readFile } from "node:fs/promises";
import { listVendors } from "@openbalance/specs";
import type { VendorCapabilities } from "../src/capabilities.ts";
import { renderCapabilities } from "./capability-tables.ts";
import { loadVendorModule } from "./vendor-modules.ts";

export const page: URL = new URL("../../../docs/balance-model.md", import.meta.url);

const begin = "<!-- Written by `pnpm docs:tables` from the capability tables of the vendors. -->";
const end = "<!-- End of what is written. -->";

/** The page as it is, and as it has to be. */
export async function renderPage(): Promise<{ readonly found: string; readonly expected: string }> {
  const found = await readFile(page, "utf8");
  const [before, rest] = found.split(`${begin}\n`);
  const after = rest?.split(`${end}\n`)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`docs/balance-model.md has no place for the tables, between ${begin} and ${end}`);
  }
  const tables = renderCapabilities(await loadTables());
  return { found, expected: `${before}${begin}\n\n${tables}\n\n${end}\n${after}` };
}

async function loadTables(): Promise<ReadonlyMap<string, VendorCapabilities>> {
  const tables = new Map<string, VendorCapabilities>();
  for (const vendor of await listVendors()) {
    const { capabilities } = await loadVendorModule(vendor);
    if (capabilities !== undefined) tables.set(vendor, capabilities);
  }
  return tables;
}

import { readFile } from "node:fs/promises";
import { listVendors } from "@openbalance/specs";
import type { VendorCapabilities } from "../src/capabilities.ts";
import { renderDetails, renderOverview } from "./capability-tables.ts";
import { loadVendorModule } from "./vendor-modules.ts";

/** A page with a part that is written from the capability tables. */
export interface CapabilityPage {
  readonly name: string;
  readonly url: URL;
  /** As it is, and as it has to be. */
  readonly found: string;
  readonly expected: string;
}

const begin = "<!-- Written by `pnpm docs:tables` from the capability tables of the vendors. -->";
const end = "<!-- End of what is written. -->";

/** The pages, read and written anew, but for the disk. */
export async function renderPages(): Promise<readonly CapabilityPage[]> {
  const tables = await loadTables();
  return Promise.all([
    renderPage("docs/balance-model.md", renderOverview(tables)),
    renderPage("docs/capabilities.md", renderDetails(tables)),
  ]);
}

async function renderPage(name: string, written: string): Promise<CapabilityPage> {
  const url = new URL(`../../../${name}`, import.meta.url);
  const found = await readFile(url, "utf8");
  const [before, rest] = found.split(`${begin}\n`);
  const after = rest?.split(`${end}\n`)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${name} has no place for the tables, between ${begin} and ${end}`);
  }
  return { name, url, found, expected: `${before}${begin}\n\n${written}\n\n${end}\n${after}` };
}

async function loadTables(): Promise<ReadonlyMap<string, VendorCapabilities>> {
  const tables = new Map<string, VendorCapabilities>();
  for (const vendor of await listVendors()) {
    const { capabilities } = await loadVendorModule(vendor);
    if (capabilities !== undefined) tables.set(vendor, capabilities);
  }
  return tables;
}

import { readFile } from "node:fs/promises";
import { vendorVariables } from "@openbalance/cli/vendors";
import { renderDetails, renderOverview } from "./capability-tables.ts";
import { fillRegion } from "./marked-region.ts";
import { readPageFacts } from "./page-facts.ts";
import {
  renderFacts,
  renderPackages,
  renderVariables,
  renderVendors,
  renderVerification,
} from "./vendor-tables.ts";

const pageOf = (vendor: string): string => `docs/vendors/${vendor}.md`;

/** The pages with a part that is written from what stands in the vendors' own files, as they have to be. */
export async function vendorPages(root: URL): Promise<ReadonlyMap<string, string>> {
  const read = (page: string): Promise<string> => readFile(new URL(page, root), "utf8");
  const vendors = await Promise.all(
    vendorVariables.map(async (known) => {
      const page = pageOf(known.vendor);
      return { known, facts: readPageFacts(page, await read(page)) };
    }),
  );
  const capabilities = new Map(vendorVariables.map((known) => [known.vendor, known.capabilities]));
  const regions: readonly (readonly [page: string, region: string, written: string])[] = [
    ["README.md", "vendors", renderPackages(vendors)],
    ["docs/vendors/index.md", "vendors", renderVendors(vendors)],
    ["docs/vendors/index.md", "verification", renderVerification(vendors)],
    ["docs/command-line.md", "variables", renderVariables(vendors)],
    ["docs/balance-model.md", "capabilities", renderOverview(capabilities)],
    ["docs/capabilities.md", "capabilities", renderDetails(capabilities)],
    ...vendors.map((vendor) => [pageOf(vendor.known.vendor), "facts", renderFacts(vendor)] as const),
  ];
  const pages = new Map<string, string>();
  for (const [page, region, written] of regions) {
    pages.set(page, fillRegion(page, pages.get(page) ?? (await read(page)), region, written));
  }
  return pages;
}

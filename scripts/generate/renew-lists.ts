import { renewFiles, type Renewal } from "./renew-files.ts";
import { vendorManifests } from "./manifests.ts";
import { vendorLists } from "./vendor-lists.ts";
import { vendorOrder } from "./vendor-order.ts";

/** Renews what an install and every import of the packages rest on: the manifests, and the lists of code. */
export async function renewLists(renewal: Renewal, vendors: readonly string[]): Promise<number> {
  const ordered = await vendorOrder(vendors, renewal.root);
  const lists = await renewFiles(renewal, vendorLists(ordered));
  return lists + (await renewFiles(renewal, await vendorManifests(vendors, renewal.root)));
}

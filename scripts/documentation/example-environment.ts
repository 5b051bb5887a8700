import { listVendors, loadSpec, type OpenApiDocument } from "@openbalance/specs";
import { isTree } from "@openbalance/specs/read-document";
import { demoAccounts } from "../demo-accounts.ts";

/** The environment in which examples run: demo credentials, and a mock for each vendor's own address. */
export function exampleEnvironment(urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const mocks = Object.entries(vendorAddresses).flatMap(([vendor, places]) =>
    places.map((place) => [place, urls[vendor]]),
  );
  return {
    ...demoAccounts(urls),
    FORCE_COLOR: "0",
    DOCUMENTATION_MOCKS: JSON.stringify(Object.fromEntries(mocks)),
  };
}

/** The vendors' own addresses, as their descriptions have them. */
export const vendorAddresses: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  await Promise.all(
    (await listVendors()).map(async (vendor) => [vendor, addressesOf(await loadSpec(vendor))] as const),
  ),
);

/** The servers of a document, of its paths and of its operations. */
function addressesOf(document: OpenApiDocument): readonly string[] {
  const paths: readonly object[] = Object.values(document.paths);
  const operations = paths.flatMap((path): readonly unknown[] => Object.values(path));
  return [document, ...paths, ...operations].flatMap((place) => {
    const servers = isTree(place) ? place["servers"] : undefined;
    return Array.isArray(servers) ? servers.flatMap((server: unknown) => addressOf(server)) : [];
  });
}

function addressOf(server: unknown): readonly string[] {
  const url = isTree(server) ? server["url"] : undefined;
  return typeof url === "string" ? [url] : [];
}

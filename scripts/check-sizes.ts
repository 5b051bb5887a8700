// Bundles what an application would import and fails where it is larger than promised, or holds another vendor.
import { listVendors, loadSpec } from "@openbalance/specs";
import { buildPackages } from "./build-packages.ts";
import { bundleModule } from "./bundle-size.ts";
import { allAccountsLimit, sizeLimits, vendorImports, wholeImport } from "./size-limits.ts";

await buildPackages();
const problems: string[] = [];
const vendors = await listVendors();
const hosts = new Map(
  await Promise.all(vendors.map(async (vendor) => [vendor, await hostsOf(vendor)] as const)),
);

for (const vendor of vendors) {
  const { client, account } = vendorImports(vendor);
  await check(`@openbalance/${vendor}`, client, sizeLimits.client, [vendor]);
  await check(`@openbalance/normalize/${vendor}`, account, sizeLimits.account, [vendor]);
}
const together = allAccountsLimit(sizeLimits, vendors.length);
await check("@openbalance/normalize, all vendors", wholeImport(vendors), together, vendors);

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

async function check(
  name: string,
  source: string,
  limitBytes: number,
  expected: readonly string[],
): Promise<void> {
  const { code, gzippedBytes, bytesByFile } = await bundleModule(source);
  console.log(`${name}: ${gzippedBytes} of ${limitBytes} bytes gzipped`);
  if (gzippedBytes > limitBytes) {
    const largest = bytesByFile.slice(0, 5).map(([file, bytes]) => `${file} (${bytes})`);
    problems.push(
      `${name}: ${gzippedBytes} bytes gzipped exceed the limit of ${limitBytes}; largest, minified: ${largest.join(", ")}`,
    );
  }
  // A client without its own address would be no client, so the absence of the others' means something.
  for (const [vendor, names] of hosts) {
    const isIn = names.some((host) => code.includes(host));
    if (expected.includes(vendor) && !isIn)
      problems.push(`${name}: ${names.join(" and ")} is not in the bundle`);
    if (!expected.includes(vendor) && isIn) problems.push(`${name}: brings the code of ${vendor} with it`);
  }
}

async function hostsOf(vendor: string): Promise<readonly string[]> {
  const { servers } = await loadSpec(vendor);
  // Every description here names its servers; one without would fail below, where no host is found.
  return (servers as readonly { readonly url: string }[]).map(({ url }) => new URL(url).hostname);
}

// Serves the mocks of the vendors named, or of all, until it is stopped.
import { listVendors } from "@openbalance/specs";
import { startMocks } from "@openbalance/testing";

const named = process.argv.slice(2);
const known = await listVendors();
const unknown = named.find((vendor) => !known.includes(vendor));
if (unknown !== undefined) {
  console.error(`${unknown}: there is no such vendor; take one of ${known.join(", ")}`);
  process.exit(2);
}
const mocks = await startMocks(named.length === 0 ? known : named);
for (const [vendor, url] of Object.entries(mocks.urls)) console.log(`${vendor}: ${url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void mocks.close());

// Prints what the compiler reads for an application that reads one vendor, beside one that imports all of them, and
// fails where the first reads a declaration of another vendor. `--time` adds what it took; nothing is held to that.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listVendors } from "@openbalance/specs";
import { buildPackages } from "./build-packages.ts";
import { vendorImports, wholeImport } from "./size-limits.ts";
import { compileConsumer } from "./types-read/compile-consumer.ts";
import { layOutPackages } from "./types-read/lay-out-packages.ts";
import { vendorsRead } from "./types-read/vendors-read.ts";

await buildPackages();
const withTime = process.argv.includes("--time");
const folder = await mkdtemp(join(tmpdir(), "openbalance-types-"));
try {
  await layOutPackages(folder);
  const vendors = await listVendors();
  for (const vendor of vendors) await check(vendor, vendorImports(vendor).account, [vendor]);
  await check("all-vendors", wholeImport(vendors), vendors);

  async function check(name: string, source: string, expected: readonly string[]): Promise<void> {
    const { files, lines, seconds } = await compileConsumer(folder, name, source);
    const time = withTime ? `, ${seconds.toFixed(2)} s in all` : "";
    console.log(`${name}: ${files.length} declaration files, ${lines} lines${time}`);
    const read = vendorsRead(files, vendors);
    // A consumer that read nothing of its own vendor would show nothing by the absence of the others.
    const missing = expected.filter((vendor) => !read.includes(vendor));
    const others = read.filter((vendor) => !expected.includes(vendor));
    if (missing.length > 0) fail(`${name}: no declaration is read of ${missing.join(", ")}`);
    if (others.length > 0) fail(`${name}: the compiler reads declarations of ${others.join(", ")} too`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function fail(problem: string): void {
  console.error(problem);
  process.exitCode = 1;
}

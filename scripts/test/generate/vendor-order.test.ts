import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { vendorOrder } from "../../generate/vendor-order.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openbalance-order-"));
  const place = join(folder, "packages/cli/src/built-in");
  await mkdir(place, { recursive: true });
  const states = { abel: "gone", beta: "unknown", "acme-pay": "alive", zeta: "alive", eden: "gone" };
  for (const [vendor, status] of Object.entries(states)) {
    const name = vendor === "acme-pay" ? "acmePay" : vendor;
    await writeFile(
      join(place, `${vendor}.ts`),
      `export const ${name} = { api: { status: "${status}" } };\n`,
    );
  }
  await writeFile(join(place, "nameless.ts"), "export const other = 1;\n");
});
afterAll(() => rm(folder, { recursive: true }));

const order = (...vendors: readonly string[]): Promise<readonly string[]> =>
  vendorOrder(vendors, pathToFileURL(`${folder}/`));

it("has those last whose API is gone, and is else that of the alphabet", async () => {
  const expected = ["acme-pay", "beta", "zeta", "abel", "eden"];
  expect(await order("zeta", "eden", "abel", "beta", "acme-pay")).toEqual(expected);
});

it("names the file of a vendor that does not export it", async () => {
  await expect(order("nameless")).rejects.toThrow(
    "packages/cli/src/built-in/nameless.ts: it exports no nameless",
  );
});

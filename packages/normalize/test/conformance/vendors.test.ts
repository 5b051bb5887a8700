import { listVendors } from "@openbalance/specs";
import { loadReplies } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { describeConformance, type ConformanceExample } from "../../src/conformance.ts";
import { loadShape } from "../laws/load-shape.ts";
import { loadVendorModule } from "../../scripts/vendor-modules.ts";

/** Every reply with a balance, or in place of one, that the vendor's description and its mock overlay show. */
async function examplesOf(vendor: string): Promise<readonly ConformanceExample[]> {
  const { otherCalls = [] } = await loadShape(vendor);
  const replies = (await loadReplies(vendor)).filter(({ operationId }) => !otherCalls.includes(operationId));
  return replies.map(({ operationId, status, name, text }) => ({
    name: `${operationId} ${status} ${name ?? "without a body"}`,
    status,
    text,
  }));
}

const vendors = await Promise.all(
  (await listVendors()).map(async (vendor) => {
    const [module, examples] = await Promise.all([loadVendorModule(vendor), examplesOf(vendor)]);
    return Object.assign(module, { vendor, examples });
  }),
);

for (const { capabilities, ...vendor } of vendors) {
  if (capabilities !== undefined) describeConformance({ ...vendor, capabilities }, { describe, it });
}

it("a decoder without a capability table refuses every reply", () => {
  const unmapped = vendors.filter(({ capabilities }) => capabilities === undefined);
  for (const { vendor, decodeBalance, examples } of unmapped) {
    for (const reply of examples) {
      expect(() => decodeBalance({ ...reply, fetchedAt: "2026-11-22T00:00:00Z" })).toThrow(vendor);
    }
  }
  expect(vendors.length - unmapped.length).toBeGreaterThanOrEqual(5);
});

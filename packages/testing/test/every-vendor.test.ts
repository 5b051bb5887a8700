import { listVendors } from "@openbalance/specs";
import { expect, it } from "vitest";
import { startMocks } from "../src/index.ts";

it("starts a mock of every vendor in this process", async () => {
  const vendors = await listVendors();
  await using mocks = await startMocks(vendors);
  expect(Object.keys(mocks.urls)).toEqual(vendors);
  expect(new Set(Object.values(mocks.urls)).size).toBe(vendors.length);
});

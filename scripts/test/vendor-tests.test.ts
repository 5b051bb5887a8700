import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { vendorTests } from "../vendor-tests.ts";
import { verifyVendor } from "../verify-vendor.ts";
import { files } from "./tree.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("the tests of a vendor are those of its package, those that bear its name, and its part of those for every vendor", () => {
  const runs = vendorTests(root, files, "telnyx");
  expect(runs[0]).toEqual({ workspace: "packages/telnyx" });
  expect(runs).toContainEqual({
    workspace: "packages/normalize",
    files: ["test/laws/telnyx.test.ts", "test/vendors/telnyx.test.ts"],
  });
  const parts = runs.filter(({ named }) => named === String.raw`\btelnyx\b`);
  expect(parts.map(({ workspace }) => workspace).toSorted()).toEqual([
    "packages/cli",
    "packages/normalize",
    "scripts",
    "specs",
  ]);
  const ofEveryVendor = parts.flatMap(({ files: found = [] }) => found);
  expect(ofEveryVendor).toEqual(
    expect.arrayContaining(["test/guard-every-vendor.test.ts", "test/drift.test.ts"]),
  );
  expect(ofEveryVendor.some((file) => file.includes("bitfront"))).toBe(false);
});

it("a vendor that there is not is refused before anything runs, with the names of those that there are", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue(undefined);
  expect(await verifyVendor(root, "telnix")).toBe(false);
  expect(said.mock.calls).toEqual([
    [expect.stringMatching(/^there is no vendor "telnix"; there are .*telnyx/)],
  ]);
});

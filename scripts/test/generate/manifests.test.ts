import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { vendorManifests } from "../../generate/manifests.ts";

it("has the vendors that there are among the dependencies, sorted in, and those that are gone no longer", async () => {
  await using folder = await temporaryRoot();
  for (const each of ["normalize", "cli"]) {
    await mkdir(join(folder.path, "packages", each), { recursive: true });
    const text = JSON.stringify(manifest({ "@openbalance/left": "workspace:^" }));
    await writeFile(join(folder.path, "packages", each, "package.json"), text);
  }
  const files = await vendorManifests(["zeta", "acme"], pathToFileURL(`${folder.path}/`));
  const vendors = { "@openbalance/acme": "workspace:^", "@openbalance/zeta": "workspace:^" };
  expect(files.get("packages/normalize/package.json")).toBe(
    `${JSON.stringify({ name: "p", dependencies: { "@openbalance/acme": "workspace:^", "@openbalance/http": "workspace:^", "@openbalance/zeta": "workspace:^", valibot: "catalog:" } }, undefined, 2)}\n`,
  );
  expect(JSON.parse(files.get("packages/cli/package.json") ?? "")).toMatchObject({
    devDependencies: vendors,
  });
});

function manifest(vendors: object): object {
  return {
    name: "p",
    dependencies: { "@openbalance/http": "workspace:^", ...vendors, valibot: "catalog:" },
  };
}

async function temporaryRoot(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "openbalance-manifests-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

import { describe, expect, it } from "vitest";
import { listPublicPackages } from "../public-packages.ts";
import { files, readText } from "./tree.ts";

const packages = await listPublicPackages();

/** What `scripts` needs of a package and nobody else gets. */
const workspaceOnly: ReadonlySet<string> = new Set([
  "packages/cli ./config-json-schema",
  "packages/cli ./vendors",
]);

describe.each(packages)("$manifest.name", ({ manifest }) => {
  const folder = `packages/${manifest.name.replace("@openbalance/", "")}`;

  it("says what it is, under which licence, and where it lives", () => {
    expect(manifest).toMatchObject({
      license: "MIT",
      description: expect.stringMatching(/^.{20,}\.$/),
      repository: { type: "git", directory: folder },
      keywords: expect.arrayContaining(["balance"]),
      engines: { node: ">=22.12" },
    });
  });

  it("is ESM alone, without side effects, and ships what it lists", () => {
    expect(manifest).toMatchObject({ type: "module", sideEffects: false });
    expect(manifest.files?.slice(0, 2)).toEqual(["dist", "src"]);
    expect(manifest).not.toHaveProperty("main");
    expect(manifest).toMatchObject({ publishConfig: { access: "public", provenance: true } });
  });

  it("exports source in the workspace and the build when published, under the same names", () => {
    const { exports, publishConfig } = manifest as unknown as {
      exports: Record<string, unknown>;
      publishConfig: { exports: Record<string, unknown> };
    };
    const published = Object.keys(exports).filter((name) => !workspaceOnly.has(`${folder} ${name}`));
    expect(Object.keys(publishConfig.exports)).toEqual(published);
  });

  it("is built as all others are", () => {
    const { scripts } = manifest as unknown as { scripts: Record<string, string> };
    // The command line has the libraries in its bundle; docs/decisions/0051 says why.
    const bundle = folder === "packages/cli" ? "scripts/bundle.ts" : "../../scripts/bundle-package.ts";
    expect(scripts["build"]).toBe(`node ${bundle} && tsc -p tsconfig.build.json`);
  });

  it("has a README of 30 to 45 lines", () => {
    const lines = readText(`${folder}/README.md`).trimEnd().split("\n").length;
    expect(lines).toBeGreaterThanOrEqual(30);
    expect(lines).toBeLessThanOrEqual(45);
  });

  it("depends at run time on nothing foreign that no record speaks of", () => {
    const foreign = Object.keys(manifest.dependencies ?? {}).filter(
      (name) => !name.startsWith("@openbalance/"),
    );
    const decisions = files.filter((file) => file.startsWith("docs/decisions/")).map(readText);
    expect(foreign.filter((name) => !decisions.some((text) => text.includes(name)))).toEqual([]);
  });
});

it("asks of people who import a library for openapi-fetch and its types alone", () => {
  const libraries = packages.filter(({ manifest }) => manifest.name !== "@openbalance/cli");
  const foreign = libraries
    .flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {}))
    .filter((name) => !name.startsWith("@openbalance/"));
  expect([...new Set(foreign)].toSorted()).toEqual(["openapi-fetch", "openapi-typescript-helpers"]);
});

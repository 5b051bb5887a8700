import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { runTool } from "../../run-tool.ts";
import { acme } from "../intake/acme.ts";
import { copyWorkspace } from "../workspace-copy.ts";

const tools = new URL("../../../node_modules/", import.meta.url);
const tsc = new URL("typescript/bin/tsc", tools).pathname;
const vitest = new URL("vitest/vitest.mjs", tools).pathname;
const oxlint = new URL("oxlint/bin/oxlint", tools).pathname;

/** Much of what is odd about real descriptions, in one. */
const odd = acme({
  root: {
    security: undefined,
    servers: [{ url: "https://{region}.acme.example/v1", variables: { region: { default: "eu" } } }],
    paths: {
      "/wallets/{wallet_id}/balance": {
        get: {
          parameters: [
            { name: "wallet_id", in: "path", required: true, schema: { type: "integer" } },
            { name: "xi-api-key", in: "header", required: true, schema: { type: "string" } },
            { $ref: "#/components/parameters/Gone" },
          ],
          responses: {
            "200": {
              description: "Words.",
              content: {
                "application/json; charset=utf-8": {
                  schema: { $ref: "#/components/schemas/acme.v1~1Balance" },
                },
              },
            },
            "404": { $ref: "#/components/responses/Gone" },
          },
        },
      },
    },
  },
  schemas: {
    "acme.v1/Balance": {
      type: "object",
      properties: {
        amount: { type: "string", example: "12.50" },
        state: { type: "object", enum: ["open", "shut"], example: {} },
        parent: { type: "array", items: { $ref: "#/components/schemas/acme.v1~1Balance" }, example: [] },
        lost: { $ref: "#/components/schemas/Gone" },
      },
      example: { amount: "12.50", parent: [{ amount: "1.00" }] },
    },
  },
});

/** The files of all vendors, which `pnpm generate` writes in whole or in a marked part. */
const generatedFromVendors = [
  "README.md",
  "docs/balance-model.md",
  "docs/capabilities.md",
  "docs/command-line.md",
  "docs/vendors/index.md",
  "packages/cli/openbalance.config.schema.json",
  "packages/cli/package.json",
  "packages/cli/src/generated/built-in-vendors.ts",
  "packages/normalize/package.json",
  "packages/normalize/src/generated/vendors.ts",
];

it(
  "a vendor made of an odd description typechecks, passes lint, its tests are green, and no file of all is edited",
  { timeout: 240_000 },
  async () => {
    await using workspace = await copyWorkspace();
    const { folder } = workspace;
    const git = (...options: readonly string[]): Promise<string> => runTool("git", options, folder);
    await git("init", "--quiet");
    await git("add", "--all");
    const run = (script: string, options: readonly string[], place = "."): Promise<string> =>
      runTool(process.execPath, [script, ...options], join(folder, place));
    await writeFile(join(folder, "odd.yaml"), stringify(odd));
    const printed = await run("scripts/add-vendor.ts", ["odd-acme", "--spec", "odd.yaml"]);
    expect(printed.match(/^mended: /gm)).toHaveLength(8);
    expect(printed).toContain("next: pnpm install && pnpm generate && pnpm test odd-acme");
    await workspace.link("odd-acme", "telnyx");

    expect(await run("scripts/generate.ts", [])).toContain(
      "packages/odd-acme/src/generated/openapi.ts written",
    );
    await run(tsc, ["-p", "packages/odd-acme/tsconfig.json"]);
    for (const each of ["normalize", "cli"])
      await run(tsc, ["-p", `packages/${each}/tsconfig.build.json`, "--noEmit"]);
    const lint = await run(oxlint, [
      "packages/odd-acme",
      "packages/normalize/src/vendors",
      "packages/normalize/test/vendors/odd-acme.test.ts",
      "packages/normalize/test/laws",
      "packages/cli/src/built-in/odd-acme.ts",
    ]);
    expect(lint).toContain("Found 0 warnings and 0 errors.");
    const config = ["run", "--config", "../../vitest.config.ts"];
    expect(await run(vitest, config, "packages/odd-acme")).toMatch(/Tests .*17 passed/);
    expect(await run("scripts/vendor-lines.ts", [])).toMatch(/^odd-acme .* [5-9]\d$/m);
    const decoder = await run(vitest, [...config, "test/vendors/odd-acme.test.ts"], "packages/normalize");
    expect(decoder).toMatch(/Tests .*3 passed/);

    // What is not new is written from what is new: nothing of it stays once that is gone.
    const changed = (await git("diff", "--name-only")).trim().split("\n");
    expect(changed).toEqual(generatedFromVendors);
    const added = (await git("ls-files", "--others", "--exclude-standard")).trim().split("\n");
    expect(added.filter((file) => !file.includes("odd-acme"))).toEqual(["odd.yaml"]);
    expect(await run("scripts/generate.ts", ["--check"])).toContain("up to date");
    await git("clean", "-d", "--force", "--quiet");
    await run("scripts/generate.ts", []);
    expect(await git("diff", "--name-only")).toBe("");
  },
);

it("a vendor whose description names no credential typechecks", { timeout: 240_000 }, async () => {
  await using workspace = await copyWorkspace();
  const run = (script: string, options: readonly string[]): Promise<string> =>
    runTool(process.execPath, [script, ...options], workspace.folder);
  const keyless = acme({ root: { security: undefined, components: undefined } });
  await writeFile(join(workspace.folder, "keyless.yaml"), stringify(keyless));
  const printed = await run("scripts/add-vendor.ts", [
    "keyless-acme",
    "--spec",
    "keyless.yaml",
    "--operation",
    "getBalance",
  ]);
  expect(printed).toContain("does not say how a request is authenticated");
  await workspace.link("keyless-acme", "telnyx");
  await run("scripts/generate.ts", []);
  expect(await run(tsc, ["-p", "packages/keyless-acme/tsconfig.json"])).toBe("");
});

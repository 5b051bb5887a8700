// Changes decimals and decoders one place at a time and looks whether a test notices. Run with `node scripts/mutation.ts`;
// names of source files below packages/normalize/src restrict it: `node scripts/mutation.ts vendors/telnyx.ts`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "./install-on-demand.ts";
import { reportMutation } from "./mutation/report-mutation.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const normalize = join(root, "packages/normalize");
const mutated = [
  "decimal.ts",
  "exact-json.ts",
  "reply-node.ts",
  "balance-row.ts",
  "row-asset.ts",
  "check-sum.ts",
  "derived-amounts.ts",
  "granted-and-purchased.ts",
  "duplicate-asset.ts",
  "needed-list.ts",
  "unless-empty.ts",
  "utc-time.ts",
  "asset.ts",
  "currency-asset.ts",
  "iso4217.ts",
  "vendor-reply.ts",
  "to-scale.ts",
  "to-minor-units.ts",
  "vendors/*.ts",
];

const named = process.argv.slice(2);
const { modules } = await installOnDemand("mutation");
// A tree of the same depth as this one, in which the copies to be changed find what stands above a package.
const copy = await mkdtemp(join(tmpdir(), "openbalance-mutation-"));
try {
  await mkdir(join(copy, "packages"));
  await Promise.all(
    ["tsconfig.base.json", "docs", "specs"].map((name) => symlink(join(root, name), join(copy, name))),
  );
  const report = join(copy, "report.json");
  const config = join(copy, "stryker.json");
  await writeFile(config, JSON.stringify(configuration(modules, report)));
  const stryker = join(modules, "@stryker-mutator/core/bin/stryker.js");
  const run = spawn(process.execPath, [stryker, "run", config], { cwd: normalize, stdio: "inherit" });
  const [status] = (await once(run, "exit")) as [number | null];
  if (status !== 0) throw new Error("the mutation tests did not run to their end");
  if (!(await reportMutation(report, normalize))) process.exitCode = 1;
} finally {
  await rm(copy, { recursive: true, force: true });
}

function configuration(modulesFolder: string, report: string): object {
  return {
    packageManager: "pnpm",
    testRunner: "vitest",
    plugins: [
      join(modulesFolder, "@stryker-mutator/vitest-runner/dist/src/index.js"),
      join(normalize, "mutation/ignored-code.ts"),
    ],
    ignorers: ["ignored-code"],
    vitest: { configFile: "mutation/vitest.config.ts" },
    mutate: (named.length > 0 ? named : mutated).map((file) => `src/${file}`),
    // The copy lies as deep as the original, so its compiler settings need no rewriting, for which TypeScript 7 has no API.
    tsconfigFile: "tsconfig.none.json",
    ignorePatterns: ["dist", "api", "bench", "test-results.json"],
    tempDirName: join(copy, "packages"),
    coverageAnalysis: "perTest",
    concurrency: 2,
    timeoutMS: 30_000,
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: report },
    allowEmpty: false,
    disableTypeChecks: false,
  };
}

// Prints what a call, an import, a bundle and an install cost, beside raw fetch and the clients of others.
// `--write` writes it to docs/performance.md too; `--rounds 40` measures longer.
// It ends with 1 when one of the project's own targets is missed, and with 3 when the machine is too busy to judge.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { sizeLimits, vendorImports, wholeImport } from "../scripts/size-limits.ts";
import { ownVendors, peers } from "./clients/load-subject.ts";
import { candidates, controlLabel } from "./costs/candidates.ts";
import { installedBytes } from "./costs/installed-size.ts";
import { measureBundle, peerCalls } from "./costs/measure-bundles.ts";
import { measureCalls } from "./costs/measure-calls.ts";
import { measureImports } from "./costs/measure-imports.ts";
import {
  atMost,
  importTargetMs,
  judgeCall,
  percent,
  showSpread,
  whyNoVerdict,
  type Verdict,
} from "./costs/targets.ts";
import { markdownTable } from "./table.ts";
import { describeMachine, versionOf } from "./versions.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "24" }, write: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("`--rounds` must be a whole number from 1");
/** The machine was too busy to judge. */
const noVerdict = 3;
const packageOf: Readonly<Record<string, string>> = {
  "flexprice-sdk": "@flexprice/sdk",
  "octokit-request": "@octokit/request",
};
const peerPackages = peers.map((peer) => packageOf[peer] ?? peer);
const clientPackages = ownVendors.map((vendor) => `@openbalance/${vendor}`);
const verdicts: Verdict[] = [];
const sections = [await reportCalls(), await reportImports(), await reportBundles(), await reportInstalls()];

const versions = [...clientPackages, ...peerPackages].map((name) => `${name} ${versionOf(name)}`).join(", ");
const missed = verdicts.filter(({ met }) => !met);
const targets = markdownTable([
  ["target", "measured", "wanted", "verdict"],
  ...verdicts.map(({ what, measured, target, met }) => [what, measured, target, met ? "met" : "missed"]),
]);
const report = [
  ...sections,
  `## Targets\n\n${targets}`,
  `${describeMachine()}; ${rounds} rounds. ${versions}.`,
].join("\n\n");
console.log(report);
if (values.write && process.exitCode === noVerdict) {
  console.error("not written: docs/performance.md holds figures that say something");
} else if (values.write) {
  const head =
    "# Performance\n\nWritten by `pnpm bench --write`; [bench/README.md](../bench/README.md) says how each number is measured.";
  await writeFile(new URL("../docs/performance.md", import.meta.url), `${head}\n\n${report}\n`);
}
if (missed.length > 0) {
  console.error(`${missed.length} of ${verdicts.length} targets missed`);
  process.exitCode ??= 1;
}

async function reportCalls(): Promise<string> {
  const costs = await measureCalls(candidates, rounds);
  const control = costs.get(controlLabel);
  const doubt = control === undefined ? "raw fetch was not measured twice" : whyNoVerdict(control);
  const rows = candidates.map(({ label, subject, beside }) => {
    const cost = costs.get(label);
    if (cost === undefined) throw new Error(`${label} was not measured`);
    if (doubt === undefined && (subject.way === "client" || subject.way === "account")) {
      for (const verdict of judgeCall(label, subject.way, cost)) verdicts.push(verdict);
    }
    const { cpuMicros, cpuRatio, throughputRatio, addedMs } = cost;
    const throughput = percent(throughputRatio.median);
    return [label, cpuMicros.toFixed(0), showSpread(cpuRatio, 2), throughput, showSpread(addedMs, 3), beside];
  });
  const head = ["client", "CPU µs a call", "CPU ratio", "throughput", "ms added", "beside"];
  if (doubt !== undefined) process.exitCode = noVerdict;
  return `## A call\n\n${markdownTable([head, ...rows])}${doubt === undefined ? "" : `\n\n${doubt}`}`;
}

async function reportImports(): Promise<string> {
  const names = [...clientPackages, "@openbalance/normalize", ...peerPackages];
  const times = await measureImports(names, Math.min(rounds, 15));
  for (const name of clientPackages) {
    const median = times.get(name)?.median ?? Number.NaN;
    verdicts.push(atMost(`${name}: import`, median, importTargetMs, (value) => `${value.toFixed(1)} ms`));
  }
  const rows = [...times].map(([name, spread]) => [name, showSpread(spread, 1)]);
  return `## A cold import\n\n${markdownTable([["package", "ms"], ...rows])}`;
}

async function reportBundles(): Promise<string> {
  const rows: string[][] = [];
  const add = async (name: string, source: string, limitBytes?: number): Promise<void> => {
    const { gzippedBytes, needs = "anywhere" } = await measureBundle(source);
    rows.push([name, kilobytes(gzippedBytes), needs]);
    if (limitBytes !== undefined)
      verdicts.push(atMost(`${name}: bundle`, gzippedBytes, limitBytes, kilobytes));
  };
  for (const vendor of ownVendors)
    await add(`@openbalance/${vendor}`, vendorImports(vendor).client, sizeLimits.client);
  for (const vendor of ownVendors) {
    await add(`@openbalance/normalize/${vendor}`, vendorImports(vendor).account, sizeLimits.account);
  }
  await add("@openbalance/normalize, all five", wholeImport(ownVendors), sizeLimits.fiveAccounts);
  for (const [peer, source] of Object.entries(peerCalls)) await add(packageOf[peer] ?? peer, source);
  return `## A bundle of one call, minified and gzipped\n\n${markdownTable([["client", "size", "runs"], ...rows])}`;
}

async function reportInstalls(): Promise<string> {
  const names = ["@openbalance/telnyx", "@openbalance/normalize", ...peerPackages];
  const rows = await Promise.all(
    names.map(async (name) => [name, `${((await installedBytes(name)) / 1_000_000).toFixed(2)} MB`]),
  );
  return `## On disk, with all that it depends on\n\n${markdownTable([["package", "size"], ...rows])}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}

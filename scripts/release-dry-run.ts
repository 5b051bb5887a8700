// A whole release against a registry on loopback, in a copy of the checkout: versions, changelogs, build,
// pack, publish, and what a stranger then does with it. The steps are those of release.yml.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listPublicPackages } from "./public-packages.ts";
import { copyCheckout } from "./stranger/copy-checkout.ts";
import { startRegistry } from "./release/start-registry.ts";
import { tryPublishedPackages } from "./release/try-published-packages.ts";
import { releaseStep, runStep } from "./release/workflow-step.ts";
import { runTool } from "./run-tool.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "openbalance-release-"));
try {
  const copy = join(folder, "checkout");
  await copyCheckout(root, copy);
  await runTool("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], copy);
  console.log("release: checkout copied and installed");

  const names = (await listPublicPackages()).map(({ manifest }) => manifest.name);
  const versioned = await runStep(
    await releaseStep(root, "version", "version"),
    copy,
    join(folder, "version"),
  );
  expect(versioned["pending"] === "true", "there is no changeset to release");
  await checkVersions(copy, names);

  await using registry = await startRegistry(folder);
  await writeFile(join(copy, ".npmrc"), registry.settings);
  const packCommands = await releaseStep(root, "pack", "pack");
  const packed = await runStep(packCommands, copy, join(folder, "packed"));
  expect(packed["packages"] === String(names.length), `${packed["packages"]} of ${names.length} were packed`);
  console.log(`release: ${names.length} packages built and packed`);

  // Provenance comes from the identity that GitHub gives to the job; there is none here.
  const publishCommands = (await releaseStep(root, "publish", "publish")).replaceAll(
    "npm publish",
    "npm publish --provenance=false",
  );
  await runStep(publishCommands, copy, join(folder, "published"));
  console.log(`release: ${names.length} packages published on loopback`);

  await rm(join(copy, "release"), { recursive: true });
  const again = await runStep(packCommands, copy, join(folder, "again"));
  expect(again["packages"] === "0", "a second run would publish again");
  console.log("release: a second run has nothing left to publish");

  const project = join(folder, "stranger");
  await mkdir(project);
  await tryPublishedPackages(project, registry.settings, copy, names);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function checkVersions(copy: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const place = join(copy, "packages", name.replace("@openbalance/", ""));
    const { version } = JSON.parse(await readFile(join(place, "package.json"), "utf8")) as {
      version: string;
    };
    const changelog = await readFile(join(place, "CHANGELOG.md"), "utf8");
    expect(version !== "0.0.0", `${name} got no version`);
    expect(changelog.includes(`## ${version}`), `the changelog of ${name} says nothing of ${version}`);
  }
  console.log(`release: ${names.length} packages have a version and a changelog`);
}

function expect(fact: boolean, otherwise: string): asserts fact {
  if (!fact) throw new Error(`release: ${otherwise}`);
}

// Every example, installed as a stranger would and run. `--all` adds those that need large installs.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMocks } from "@openbalance/testing";
import { cloudflareWorker } from "./examples/cloudflare-worker.ts";
import { githubAction } from "./examples/github-action.ts";
import { grafana } from "./examples/grafana.ts";
import { honoRoute } from "./examples/hono-route.ts";
import { nodeScript } from "./examples/node-script.ts";
import { packPackages } from "./pack-packages.ts";

const folder = await mkdtemp(join(tmpdir(), "openbalance-examples-"));
try {
  const packages = await packPackages(folder);
  await using mocks = await startMocks(["flexprice", "telnyx"]);
  const surroundings = { folder, packages, urls: mocks.urls };
  const examples = [nodeScript, githubAction, grafana, honoRoute];
  if (process.argv.includes("--all")) examples.push(cloudflareWorker);
  for (const example of examples) console.log(await example(surroundings));
} finally {
  await rm(folder, { recursive: true, force: true });
}

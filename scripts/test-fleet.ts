// examples/fleet on a real Redis: wallets read by workers that are killed on the way. None may be lost, and
// none may count twice. `--wallets 100000` sets how many; 5,000 unless given.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepareExample } from "./examples/prepare-example.ts";
import { startRedis } from "./examples/redis-server.ts";
import { tryFleet } from "./examples/try-fleet.ts";
import { packPackages } from "./pack-packages.ts";

const { values } = parseArgs({ options: { wallets: { type: "string", default: "5000" } } });
const folder = await mkdtemp(join(tmpdir(), "openbalance-fleet-"));
try {
  await using redis = await startRedis(folder);
  if (redis === undefined) console.log("fleet: NOT RUN: there is no redis-server; install Redis");
  else {
    const project = await prepareExample("fleet", folder, await packPackages(folder));
    console.log(await tryFleet(project, redis, Number(values.wallets)));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

// Runs the schedule of a bundled worker once and prints its outcome: `run-schedule.mjs <bundle> <file with the bindings>`.
import { readFile } from "node:fs/promises";
import { Miniflare } from "miniflare";

const [bundle, bindings] = process.argv.slice(2);
const miniflare = new Miniflare({
  modules: true,
  script: await readFile(bundle, "utf8"),
  compatibilityDate: "2026-07-01",
  bindings: JSON.parse(await readFile(bindings, "utf8")),
});
try {
  const worker = await miniflare.getWorker();
  const { outcome } = await worker.scheduled({ cron: "*/10 * * * *" });
  console.log(outcome);
} finally {
  await miniflare.dispose();
}

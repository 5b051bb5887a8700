// Runs a bundled worker in workerd and prints its reply: `run-worker.mjs <bundle> <file with the bindings>`.
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
  const reply = await miniflare.dispatchFetch("http://worker.example/");
  if (!reply.ok) throw new Error(`the worker answered ${reply.status}: ${await reply.text()}`);
  console.log(await reply.text());
} finally {
  await miniflare.dispose();
}

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replyJson, startFaultServer } from "@openbalance/testing";
import { build } from "esbuild";
import { installOnDemand } from "../install-on-demand.ts";
import { runTool } from "../run-tool.ts";
import { prepareExample } from "./prepare-example.ts";
import { expectIn, type Example } from "./surroundings.ts";

export const cloudflareWorker: Example = async ({ folder, packages, urls }) => {
  const project = await prepareExample("cloudflare-worker", folder, packages);
  const { folder: workspace } = await installOnDemand("workerd");
  const bundle = join(project, "worker.bundle.js");
  await build({
    entryPoints: [join(project, "worker.ts")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["workerd"],
  });
  await using webhook = await startFaultServer(replyJson({}));
  const outcomes: string[] = [];
  for (const below of ["20", "1000"]) {
    const bindings = join(project, "bindings.json");
    await writeFile(
      bindings,
      JSON.stringify({
        TELNYX_API_KEY: "KEY_demo_telnyx",
        TELNYX_BASE_URL: urls.telnyx,
        WEBHOOK_URL: webhook.url,
        BELOW: below,
      }),
    );
    outcomes.push(
      (await runTool(process.execPath, ["run-schedule.mjs", bundle, bindings], workspace)).trim(),
    );
  }
  expectIn("cloudflare-worker", outcomes, ["ok", "ok"]);
  expectIn(
    "cloudflare-worker",
    webhook.requests.map(({ body }) => body),
    ['{"text":"Telnyx: 400 USD left"}'],
  );
  return "examples/cloudflare-worker: on schedule in workerd, tells the webhook below the threshold and is silent above";
};

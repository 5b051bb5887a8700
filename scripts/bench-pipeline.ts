// Prints what the pipeline costs: `pnpm generate` for all vendors, and a description of 4 MB cut and generated.
// With a file, a process of its own: measured from its start, so that nothing is warm.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "@openbalance/specs";
import { stringify } from "yaml";
import { vendorCode } from "./generate/vendor-code.ts";
import { defaultLimits, readSource } from "./intake/read-source.ts";
import { takeIn } from "./intake/take-in.ts";
import { runTool } from "./run-tool.ts";

const [file] = process.argv.slice(2);
if (file === undefined) await measure();
else await cutAndGenerate(file);

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "openbalance-pipeline-"));
  try {
    report("generate, all vendors", 5, await timed(["generate.ts", "--check"]));
    const description = largeDescription();
    await writeFile(join(folder, "large.json"), JSON.stringify(description));
    await writeFile(join(folder, "large.yaml"), stringify(description));
    for (const each of ["large.json", "large.yaml"]) {
      report(`cut and generate, ${each}`, 10, await timed(["bench-pipeline.ts", join(folder, each)]));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Cost {
  readonly seconds: number;
  readonly printed: string;
}

async function timed(script: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const printed = await runTool(process.execPath, script, fileURLToPath(new URL("./", import.meta.url)));
  return { seconds: (performance.now() - start) / 1_000, printed };
}

function report(what: string, targetSeconds: number, { seconds, printed }: Cost): void {
  const peak = /peak \d+ MB.*/.exec(printed)?.[0];
  console.log(
    `${what}: ${seconds.toFixed(1)} s (target ${targetSeconds} s)${peak === undefined ? "" : `, ${peak}`}`,
  );
}

async function cutAndGenerate(place: string): Promise<void> {
  const source = await readSource(place);
  const options = { errors: "kept", wording: "ours", limits: defaultLimits, allowedHosts: [] } as const;
  const intake = await takeIn(source, { ...options, operations: ["GET /resources/0"] });
  if (intake === undefined) throw new Error("the description made here holds none");
  // `loadSpec` checks no more than what the description made here has.
  await vendorCode("large", intake.description as OpenApiDocument);
  const megabytes = (source.text.length / 2 ** 20).toFixed(1);
  const processor = (process.cpuUsage().user / 1e6).toFixed(1);
  console.log(
    `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (target 1024 MB), read ${megabytes} MB, ${processor} s of processor time`,
  );
}

/** Two thousand operations and as many schemas in chains of a hundred, with the words of which most of it consists. */
function largeDescription(): OpenApiDocument {
  const numbers = Array.from({ length: 2_000 }, (_, index) => index);
  const text = "What this member of the resource says, at the length at which vendors say it. ".repeat(4);
  const schemas = numbers.map((number) => {
    const names = ["id", "name", "amount", "currency", "createdAt"];
    const members = names.map((name) => [name, { type: "string", description: text }]);
    const next = { $ref: `#/components/schemas/Resource${number % 100 === 99 ? number : number + 1}` };
    return [`Resource${number}`, { type: "object", properties: { ...Object.fromEntries(members), next } }];
  });
  const paths = numbers.map((number) => {
    const schema = { $ref: `#/components/schemas/Resource${number}` };
    const responses = { "200": { description: "A resource.", content: { "application/json": { schema } } } };
    return [`/resources/${number}`, { get: { operationId: `get${number}`, responses } }];
  });
  return {
    openapi: "3.1.0",
    info: { title: "Large", version: "1" },
    servers: [{ url: "https://api.large.example" }],
    security: [],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  };
}

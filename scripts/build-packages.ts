import { fileURLToPath } from "node:url";
import { runTool } from "./run-tool.ts";

/** Builds every package. Within a task of turbo nothing: it has built what the task depends on, and runs in parallel. */
export async function buildPackages(): Promise<void> {
  if (process.env["TURBO_HASH"] !== undefined) return;
  const root = fileURLToPath(new URL("../", import.meta.url));
  await runTool("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"], root);
}

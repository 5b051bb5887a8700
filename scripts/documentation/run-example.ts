import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "../run-tool.ts";
import type { CodeModule } from "./code-module.ts";
import type { ModuleFolder } from "./module-folder.ts";

const preload = fileURLToPath(new URL("./mocked-hosts.ts", import.meta.url));

/** Runs a module against the mocks and gives what it printed. */
export async function runModule(
  modules: ModuleFolder,
  module: CodeModule,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  return runTool(process.execPath, ["--import", preload, modules.fileOf(module)], modules.folder, {
    ...process.env,
    ...environment,
  });
}

/** Runs shell code that may use `openbalance`, and gives what it printed. */
export async function runShell(
  { folder }: ModuleFolder,
  code: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const path = [join(folder, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  return runTool("sh", ["-eu", "-c", code], folder, { ...process.env, ...environment, PATH: path });
}

import type { CodeBlock } from "./code-block.ts";
import { placeOf, type CodeModule } from "./code-module.ts";
import type { ModuleFolder } from "./module-folder.ts";
import { runModule, runShell } from "./run-example.ts";

/** Code of the documentation that is run, and what the page says that it prints. */
export interface Example {
  /** File and line. */
  readonly place: string;
  /** Undefined where the page does not say it. */
  readonly output: string | undefined;
  run(folder: ModuleFolder, environment: Readonly<Record<string, string>>): Promise<string>;
}

/** The modules and shell blocks marked `run`, and what is marked as the output of the demo. */
export function findExamples(
  blocks: readonly CodeBlock[],
  modules: readonly CodeModule[],
): readonly Example[] {
  const ofModules = modules
    .filter(({ marks }) => marks.includes("run"))
    .map((module): Example => ({
      place: placeOf(module),
      output: module.output,
      run: (folder, environment) => runModule(folder, module, environment),
    }));
  return [...ofModules, ...blocks.flatMap((block, index) => shellExample(block, blocks[index + 1]))];
}

function shellExample(block: CodeBlock, next: CodeBlock | undefined): readonly Example[] {
  const place = placeOf(block);
  const [demo, ...vendors] = block.marks;
  if (demo === "demo") {
    const command = ["openbalance", ...(vendors.length === 0 ? [] : ["--vendor", vendors.join(",")])].join(
      " ",
    );
    return [{ place, output: `${block.code}\n`, run: (folder, env) => runShell(folder, command, env) }];
  }
  if (block.language !== "sh" || !block.marks.includes("run")) return [];
  const follows = next?.file === block.file && next.marks.includes("output");
  const output = follows ? `${next.code}\n` : undefined;
  return [{ place, output, run: (folder, env) => runShell(folder, block.code, env) }];
}

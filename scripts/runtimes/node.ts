import { existsSync } from "node:fs";
import { join } from "node:path";
import { installOnDemand } from "../install-on-demand.ts";
import { commandRuntime } from "./command-runtime.ts";
import type { Runtime } from "./runtime.ts";

/** The Node that runs this. */
export const currentNode: Runtime = {
  name: "Node (the project's own)",
  quick: true,
  prepare: () => commandRuntime(process.execPath),
};

/** A Node of another version, which comes as a package that holds the binary, from a folder of `runtimes/`. */
export function otherNode(version: string, from: string, quick: boolean): Runtime {
  return {
    name: `Node ${version}`,
    quick,
    async prepare() {
      const { modules } = await installOnDemand(from);
      const name = `node-${version}-${process.platform}-${process.arch}`;
      const program = join(modules, name, "bin/node");
      if (existsSync(program)) return commandRuntime(program);
      return { notRun: `there is no package of it for ${process.platform} on ${process.arch}` };
    },
  };
}

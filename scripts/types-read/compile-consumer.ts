import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "../run-tool.ts";

/** What the compiler read of this project's packages for one module. */
export interface TypesRead {
  /** Below `node_modules`: `@openbalance/telnyx/dist/client.d.ts`. */
  readonly files: readonly string[];
  readonly lines: number;
  /** What the compiler took in all; for people, and no measure of a test. */
  readonly seconds: number;
}

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

// As strict as an application can be, the declarations of libraries included.
const compilerOptions = {
  target: "es2024",
  lib: ["es2024", "dom", "dom.iterable"],
  module: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
};

/** Type-checks a module in a folder that has the packages; throws when it does not compile. */
export async function compileConsumer(folder: string, name: string, source: string): Promise<TypesRead> {
  const project = join(folder, `${name}.tsconfig.json`);
  await writeFile(join(folder, `${name}.ts`), source);
  await writeFile(project, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const printed = await runTool(
    process.execPath,
    [tsc, "-p", project, "--listFiles", "--extendedDiagnostics"],
    folder,
  );
  const found = Array.from(
    printed.matchAll(/^.*\/node_modules\/(@openbalance\/.+)$/gm),
    ([, file = ""]) => file,
  );
  const files = found.toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, "node_modules", file), "utf8")));
  const lines = texts.reduce((sum, text) => sum + text.trimEnd().split("\n").length, 0);
  return { files, lines, seconds: Number(/^Total time: +([\d.]+)s/m.exec(printed)?.[1] ?? Number.NaN) };
}

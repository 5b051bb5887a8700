import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every file of the project that git tracks or would track, relative to its root. */
export const files: readonly string[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard"],
  { cwd: root, encoding: "utf8" },
)
  .trim()
  .split("\n")
  .filter((file) => existsSync(`${root}${file}`));

/** The TypeScript that people write. */
export const writtenCode: readonly string[] = files.filter(
  (file) => /\.(ts|mjs|cjs)$/.test(file) && !file.includes("/generated/"),
);

export function readText(file: string): string {
  return readFileSync(`${root}${file}`, "utf8");
}

/** The files in which some line matches, as `file:line`. */
export function linesMatching(candidates: readonly string[], pattern: RegExp): string[] {
  return candidates.flatMap((file) =>
    readText(file)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

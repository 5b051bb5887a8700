import { readFile } from "node:fs/promises";
import { join } from "node:path";

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** A change that no test can notice, since it changes nothing. */
interface EquivalentMutant {
  readonly file: string;
  /** The source text that is replaced. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

const leastScore = 90;
const detected = new Set(["Killed", "Timeout"]);
const undetected = new Set(["Survived", "NoCoverage"]);

/** Prints the score and every change that no test noticed; false when the score is too low. */
export async function reportMutation(reportFile: string, packageFolder: string): Promise<boolean> {
  const { files } = JSON.parse(await readFile(reportFile, "utf8")) as Report;
  const equivalents = JSON.parse(
    await readFile(join(packageFolder, "mutation/equivalent-mutants.json"), "utf8"),
  ) as readonly EquivalentMutant[];
  let killed = 0;
  let equivalent = 0;
  const survivors: string[] = [];
  for (const [file, { source, mutants }] of Object.entries(files)) {
    for (const mutant of mutants) {
      if (detected.has(mutant.status)) killed += 1;
      if (!undetected.has(mutant.status)) continue;
      const original = textBetween(source, mutant.location.start, mutant.location.end);
      const { replacement = "" } = mutant;
      const isEquivalent = equivalents.some((each) => {
        return each.file === file && each.original === original && each.replacement === replacement;
      });
      if (isEquivalent) equivalent += 1;
      else
        survivors.push(`${file}:${mutant.location.start.line}: ${JSON.stringify({ original, replacement })}`);
    }
  }
  for (const survivor of survivors.toSorted()) console.log(survivor);
  const score = (100 * killed) / (killed + survivors.length);
  const plain = (100 * killed) / (killed + survivors.length + equivalent);
  console.log(
    `mutation: ${killed} of ${killed + survivors.length} noticed, ${score.toFixed(1)} % ` +
      `(${plain.toFixed(1)} % with the ${equivalent} that change nothing)`,
  );
  return score >= leastScore;
}

function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join("\n");
}

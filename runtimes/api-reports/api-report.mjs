// Writes the public surface of entry points as API Extractor sees it. Takes a file with a JSON list of
// `{ name, folder, entry, report }`: the package, where it lies unpacked, its declarations, the file to write.
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const quiet = { logLevel: ExtractorLogLevel.None };
const messages = {
  compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
  tsdocMessageReporting: { default: quiet },
  extractorMessageReporting: {
    default: quiet,
    // A type that users meet but cannot name.
    "ae-forgotten-export": { ...quiet, addToApiReportFile: true },
  },
};
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable", "esnext.disposable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  skipLibCheck: true,
};

const jobs = JSON.parse(await readFile(process.argv[2], "utf8"));
let compilerState;
for (const job of jobs) {
  const config = configOf(job);
  compilerState ??= CompilerState.create(config, { additionalEntryPoints: jobs.map(({ entry }) => entry) });
  const { errorCount } = Extractor.invoke(config, { localBuild: true, compilerState });
  if (errorCount > 0) process.exitCode = 1;
  await writeFile(job.report, await reportText(job));
}

function configOf({ folder, entry, report }) {
  const files = jobs.map((job) => job.entry);
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: entry,
      compiler: { overrideTsconfig: { compilerOptions, files } },
      apiReport: {
        enabled: true,
        reportFolder: `${dirname(report)}/written`,
        reportTempFolder: `${dirname(report)}/temporary`,
        reportFileName: basename(report),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages,
    },
  });
}

async function reportText({ name, report }) {
  const written = join(dirname(report), "written", `${basename(report)}.api.md`);
  const text = await readFile(written, "utf8");
  await rm(written);
  const [, declarations] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  // Positions would make a report stale whenever a line is added above them.
  const lasting = declarations?.replaceAll(/^(\/\/ [\w./-]+\.ts):\d+:\d+ - /gm, "$1 - ").trim();
  return `# The public surface of \`${name}\`\n\nWritten by \`pnpm api\`; do not edit.\n\n\`\`\`ts\n${lasting}\n\`\`\`\n`;
}

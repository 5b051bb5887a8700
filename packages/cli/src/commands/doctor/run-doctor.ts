import { access, constants } from "node:fs/promises";
import { dirname } from "node:path";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { accountLabel } from "../../config/account-label.ts";
import { chooseAccounts, wantedVariables, type Selection } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import type { Configuration } from "../../config/configuration.ts";
import { vendorVariables } from "../../config/vendor-variables.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { createStyle, type Style } from "../../output/style.ts";
import { safeJson, safeText } from "../../output/safe-text.ts";
import { stateFolder } from "../../runtime/state-folder.ts";
import { readVersion } from "../../runtime/version.ts";
import type { Check, Examination } from "./check.ts";
import { examineAccount } from "./examine-account.ts";

export interface DoctorFlags extends AccountFlags {
  readonly json?: boolean;
}

/** Looks at every account and says what is wrong. */
export async function runDoctor(context: CliContext, flags: DoctorFlags): Promise<number> {
  const { stdout, env } = context.process;
  const selection = await chooseAccounts(context, flags);
  const surroundings = await describeSurroundings(context, selection);
  const examinations = await Promise.all(
    selection.accounts.map((wanted) => examineAccount(wanted, flags.timeout, context.signal)),
  );
  if (context.signal.aborted) return exitCodes.unknown;
  if (flags.json === true) {
    const document = { schema: "balance-doctor/1", surroundings, accounts: examinations };
    stdout.write(`${safeJson(document, 2)}\n`);
  } else {
    const style = createStyle(stdout, env);
    const filtered = flags.vendor !== undefined && flags.vendor.length > 0;
    const sections = [
      formatSurroundings(surroundings),
      ...examinations.map((examination) => formatExamination(examination, style)),
      ...(filtered ? [] : formatUnconfigured(selection)),
    ];
    stdout.write(sections.join("\n"));
  }
  const codes = examinations.map(({ exitCode }) => exitCode);
  return codes.includes(exitCodes.credentials) ? exitCodes.credentials : Math.max(...codes);
}

async function describeSurroundings(
  { environment }: CliContext,
  { configuration }: Selection,
): Promise<Readonly<Record<string, string>>> {
  const folder = stateFolder(environment);
  const proxy = ["HTTPS_PROXY", "https_proxy"].find((name) => environment[name]);
  return {
    openbalance: await readVersion(),
    node: process.versions.node,
    configuration: describeConfiguration(configuration),
    state: `${folder} ${(await isWritable(folder)) ? "may be written" : "may not be written: no history, no state of watch"}`,
    ...(proxy !== undefined && environment["NODE_USE_ENV_PROXY"] !== "1"
      ? { proxy: `${proxy} is set, but Node goes past it unless NODE_USE_ENV_PROXY=1` }
      : {}),
  };
}

function describeConfiguration({ file }: Configuration): string {
  if (file === undefined) return "none found; the environment tells";
  return file.origin === "working directory" ? `${file.path}, found in the working directory` : file.path;
}

/** Whether a folder may be written, or made where it is not there yet. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing && dirname(folder) !== folder ? isWritable(dirname(folder)) : false;
  }
}

function formatSurroundings(surroundings: Readonly<Record<string, string>>): string {
  return Object.entries(surroundings)
    .map(([name, value]) => `${name.padEnd(13)} ${value}\n`)
    .join("");
}

const marks: Readonly<Record<Check["verdict"], readonly [string, Parameters<Style>[0]]>> = {
  ok: ["ok", "green"],
  warning: ["warning", "yellow"],
  failed: ["FAILED", "red"],
  skipped: ["-", "dim"],
};

function formatExamination({ vendor, account, checks }: Examination, style: Style): string {
  const lines = checks.map(({ name, verdict, detail }) => {
    const [mark, format] = marks[verdict];
    return `  ${style(format, mark.padEnd(7))}  ${name.padEnd(10)}  ${safeText(detail)}\n`;
  });
  return [`${style("bold", accountLabel(vendor, account))}\n`, ...lines].join("");
}

function formatUnconfigured({ accounts }: Selection): readonly string[] {
  const missing = vendorVariables.filter((known) => accounts.every(({ vendor }) => vendor !== known.vendor));
  const lines = missing.map((known) => `  ${known.vendor.padEnd(10)} set ${wantedVariables(known)}\n`);
  return missing.length === 0 ? [] : [`not configured\n${lines.join("")}`];
}

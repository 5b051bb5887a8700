import { createAccountReader } from "../../accounts/account-reader.ts";
import type { AccountFlags } from "../../accounts/account-flags.ts";
import { accountLabel } from "../../config/account-label.ts";
import { chooseAccounts, wantedVariables, type Selection } from "../../accounts/select-accounts.ts";
import type { CliContext } from "../../runtime/command-context.ts";
import { vendorVariables } from "../../config/vendor-variables.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { createStyle, type Style } from "../../output/style.ts";
import { safeJson, safeText } from "../../output/safe-text.ts";
import type { Check, Examination } from "./check.ts";
import { describeSurroundings } from "./describe-surroundings.ts";
import { examineAccount } from "./examine-account.ts";

export interface DoctorFlags extends AccountFlags {
  readonly json?: boolean;
}

/** Looks at every account and says what is wrong. */
export async function runDoctor(context: CliContext, flags: DoctorFlags): Promise<number> {
  const { stdout, env } = context.process;
  const selection = await chooseAccounts(context, flags);
  const surroundings = await describeSurroundings(context, selection.configuration);
  const reader = createAccountReader(flags.concurrency);
  const limits = { timeoutMs: flags.timeout, signal: context.signal };
  const examinations = await Promise.all(
    selection.accounts.map((wanted) => examineAccount(wanted, reader, limits)),
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
  if (codes.includes(exitCodes.credentials)) return exitCodes.credentials;
  return codes.reduce((worst, code) => Math.max(worst, code), exitCodes.fine);
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
  const lines = missing.map((known) => `  ${known.vendor.padEnd(12)} set ${wantedVariables(known)}\n`);
  return missing.length === 0 ? [] : [`not configured\n${lines.join("")}`];
}

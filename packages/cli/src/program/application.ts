import {
  buildApplication,
  buildRouteMap,
  help,
  text_en as english,
  version,
  type Application,
} from "@stricli/core";
import type { CliContext } from "../runtime/command-context.ts";
import { exitCodes, type ExitCode } from "../runtime/exit-code.ts";
import { formatError, formatParseError } from "../runtime/format-error.ts";
import { describeCommand, formatExitCodes } from "../runtime/help-text.ts";
import { guardCommand } from "../commands/guard/command.ts";
import { historyCommand } from "../commands/history/command.ts";
import { readCommand } from "../commands/read/command.ts";
import { readVersion } from "../runtime/version.ts";
import { completionCommand } from "../commands/completion/command.ts";
import { doctorCommand } from "../commands/doctor/command.ts";
import { serveCommand } from "../commands/serve/command.ts";
import { trustCommand } from "../commands/trust/command.ts";
import { vendorsCommand } from "../commands/vendors/command.ts";
import { watchCommand } from "../commands/watch/command.ts";
import { UsageError } from "../runtime/usage-error.ts";
import { WriteError } from "../runtime/write-error.ts";

/** The whole command line, without the code of any command. */
export function createApplication({ colors }: { readonly colors: boolean }): Application<CliContext> {
  const root = buildRouteMap<string, CliContext>({
    routes: {
      read: readCommand,
      guard: guardCommand,
      watch: watchCommand,
      serve: serveCommand,
      history: historyCommand,
      doctor: doctorCommand,
      trust: trustCommand,
      vendors: vendorsCommand,
      completion: completionCommand,
    },
    docs: {
      brief: "How much is left at your prepaid vendors",
      fullDescription: [
        describeCommand(
          "Shows how much is left at your prepaid vendors. Without a command it reads; `openbalance read --help` lists the options of reading.",
          [
            ["openbalance", "reads every vendor whose variables are set"],
            ["openbalance guard --below telnyx=20", "ends with 1 when less than 20 is left"],
            ["openbalance read --json", "one JSON document on stdout"],
          ],
        ),
        formatExitCodes(),
      ].join("\n\n"),
    },
  });
  const formatting = {
    caseStyle: "convert-camel-to-kebab",
    onlyRequiredInUsageLine: true,
    useAliasInUsageLine: false,
  } as const;
  return buildApplication(
    root,
    {
      name: "openbalance",
      scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
      documentation: { disableAnsiColor: !colors },
      localization: {
        text: {
          ...english,
          noCommandRegisteredForInput: (problem) =>
            `openbalance: ${english.noCommandRegisteredForInput(problem)}`,
          exceptionWhileParsingArguments: formatParseError,
          exceptionWhileRunningCommand: formatError,
        },
      },
      determineExitCode,
    },
    {
      help: help({ brief: "Shows this help", formatting, defaultForRouteMap: true }),
      version: version({ brief: "Shows the version", info: { getCurrentVersion: readVersion } }),
    },
  );
}

function determineExitCode(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage;
  return error instanceof WriteError ? exitCodes.output : exitCodes.internal;
}

import { ArgumentScannerError, formatMessageForArgumentScannerError } from "@stricli/core";
import { UsageError } from "./usage-error.ts";
import { WriteError } from "./write-error.ts";

/** What a user is told of an error that ended a command: a mistake by its message, a fault of ours in full. */
export function formatError(error: unknown): string {
  if (isForTheUser(error)) return `openbalance: ${error.message}`;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `openbalance: this is a fault of openbalance itself; please report it\n${details}`;
}

/** What a user is told of a command line that cannot be parsed. */
export function formatParseError(error: unknown): string {
  if (!(error instanceof ArgumentScannerError)) return formatError(error);
  return `openbalance: ${formatMessageForArgumentScannerError(error, {})}`;
}

/** By its name, since the class comes with the whole of what reads balances, and help needs none of that. */
function isForTheUser(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof WriteError) return true;
  return error instanceof Error && error.name === "BalanceError";
}

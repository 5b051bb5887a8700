import { ArgumentScannerError, formatMessageForArgumentScannerError } from "@stricli/core";
import { describeFault } from "./fault.ts";
import { UsageError } from "./usage-error.ts";
import { WriteError } from "./write-error.ts";

/** What a user is told of an error that ended a command: a mistake by its message, a fault of ours by its place. */
export function formatError(error: unknown): string {
  return isForTheUser(error) ? `openbalance: ${error.message}` : describeFault(error);
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

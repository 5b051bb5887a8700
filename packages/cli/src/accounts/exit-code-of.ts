import type { BalanceErrorCode, BalanceReport } from "@openbalance/normalize";
import { exitCodes, type ExitCode } from "../runtime/exit-code.ts";

const aboutCredentials: ReadonlySet<BalanceErrorCode> = new Set(["config", "unauthenticated", "forbidden"]);

/** 3 for what the user's credentials are the reason of, 4 for all else that failed. */
export function exitCodeOfError(code: BalanceErrorCode): ExitCode {
  return aboutCredentials.has(code) ? exitCodes.credentials : exitCodes.unknown;
}

/** 0 when every account was read; credentials come before everything else. */
export function exitCodeOfReport({ results }: BalanceReport): ExitCode {
  const codes = results.flatMap((result) => (result.ok ? [] : [exitCodeOfError(result.error.code)]));
  if (codes.length === 0) return exitCodes.fine;
  return codes.includes(exitCodes.credentials) ? exitCodes.credentials : exitCodes.unknown;
}

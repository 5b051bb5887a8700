import type { BalanceError, BalanceResult } from "@openbalance/normalize";
import { openAccount } from "../../accounts/open-account.ts";
import type { AccountReader, ReadingLimits } from "../../accounts/account-reader.ts";
import { reasonOf } from "../../accounts/reason-of.ts";
import type { WantedAccount } from "../../config/wanted-account.ts";
import { formatDuration } from "../../runtime/duration.ts";
import { exitCodes } from "../../runtime/exit-code.ts";
import { rowName } from "../../output/row-name.ts";
import { exitCodeOfError } from "../../accounts/exit-code-of.ts";
import { remedyFor } from "../../accounts/remedy.ts";
import type { Check, Examination } from "./check.ts";
import { objectionToReaders } from "./check-key-files.ts";
import { checkReply } from "./check-reply.ts";

/** Looks at one account from its key to its reply. Nothing of what it reports holds a secret. */
export async function examineAccount(
  wanted: WantedAccount,
  reader: AccountReader,
  { timeoutMs, signal }: ReadingLimits,
): Promise<Examination> {
  const { vendor, ref: account } = wanted;
  const opened = await openAccount(wanted, { timeoutMs, signal });
  if ("error" in opened) {
    const checks = [
      openingCheck(opened.error),
      ...skipped(["host", "clock", "balance", "reply"], "not tried"),
    ];
    return { vendor, account, checks, exitCode: exitCodeOfError(opened.error.code) };
  }
  const startMs = performance.now();
  const result = await reader(wanted, { timeoutMs, signal });
  const tookMs = performance.now() - startMs;
  const checks: readonly Check[] = [
    await credentialCheck(wanted),
    { name: "form", verdict: "ok", detail: "it can be sent as it is" },
    hostCheck(result, tookMs, wanted),
    await clockCheck(wanted, result, signal),
    balanceCheck(result, wanted),
    ...(result.ok ? [await checkReply(result.snapshot)] : skipped(["reply"], "no balance to look at")),
  ];
  return {
    vendor,
    account,
    checks,
    exitCode: result.ok ? exitCodes.fine : exitCodeOfError(result.error.code),
  };
}

async function credentialCheck({ credentials, keyFiles = [] }: WantedAccount): Promise<Check> {
  const name = "credential";
  const set = `${credentials.join(" and ")} ${credentials.length > 1 ? "are" : "is"} set`;
  const objection = await objectionToReaders(keyFiles);
  return objection === undefined
    ? { name, verdict: "ok", detail: set }
    : { name, verdict: "warning", detail: `${set}; ${objection}` };
}

function openingCheck(error: BalanceError): Check {
  const detail = reasonOf(error);
  // A credential that is there and was refused before it was sent is malformed.
  const isMissing = / (is|are) not set$| (cannot be read|failed) \(\S+\)$| did not come in time$/.test(
    detail,
  );
  return { name: isMissing ? "credential" : "form", verdict: "failed", detail };
}

function skipped(names: readonly Check["name"][], detail: string): readonly Check[] {
  return names.map((name) => ({ name, verdict: "skipped", detail }));
}

function hostCheck(result: BalanceResult, tookMs: number, wanted: WantedAccount): Check {
  const name = "host";
  if (result.ok) return { name, verdict: "ok", detail: `answered in ${formatDuration(tookMs)}` };
  const { error } = result;
  if (error.httpStatus !== undefined) {
    return { name, verdict: "ok", detail: `answered ${error.httpStatus} in ${formatDuration(tookMs)}` };
  }
  if (error.attempts === 0) return { name, verdict: "skipped", detail: "nothing was sent" };
  return { name, verdict: "failed", detail: describeError(error, wanted) };
}

// The strictest rule of the one vendor that looks: a timestamp may be off by a second on one side.
const mostClockOffsetMs = 1_000;

async function clockCheck(
  { measureClock, vendor }: WantedAccount,
  result: BalanceResult,
  signal: AbortSignal,
): Promise<Check> {
  const name = "clock";
  if (measureClock === undefined)
    return { name, verdict: "skipped", detail: "this vendor does not look at it" };
  let offsetMs: number;
  try {
    offsetMs = await measureClock(signal);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(`${vendor}: `, "") : "no reason is known";
    return { name, verdict: "skipped", detail: `the vendor did not tell its time: ${reason}` };
  }
  if (Number.isNaN(offsetMs)) return { name, verdict: "skipped", detail: "the vendor did not tell its time" };
  const size = formatDuration(Math.abs(offsetMs));
  if (Math.abs(offsetMs) <= mostClockOffsetMs) {
    return { name, verdict: "ok", detail: `${size} apart from the vendor's` };
  }
  // The client learns the offset from a refusal, so that a wrong clock costs a request and not the balance.
  const detail = `${size} ${offsetMs > 0 ? "behind" : "ahead of"} the vendor's; set the clock of this machine`;
  return { name, verdict: result.ok ? "warning" : "failed", detail };
}

function balanceCheck(result: BalanceResult, wanted: WantedAccount): Check {
  const name = "balance";
  if (!result.ok) return { name, verdict: "failed", detail: describeError(result.error, wanted) };
  const { balances } = result.snapshot;
  if (balances.length === 0) return { name, verdict: "warning", detail: "the key sees no balance at all" };
  const codes = balances.map(({ asset, pool }) => rowName(asset.code ?? asset.id, pool?.id)).join(", ");
  return { name, verdict: "ok", detail: `the key sees ${codes}` };
}

function describeError(error: BalanceError, wanted: WantedAccount): string {
  const remedy = remedyFor(error, wanted);
  return `${reasonOf(error)}${remedy === undefined ? "" : `; ${remedy}`}`;
}

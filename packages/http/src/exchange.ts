import { sendOnce, type OutgoingRequest } from "./attempt.ts";
import { configError, isBalanceError, type BalanceError, type BalanceErrorCode } from "./balance-error.ts";
import { abortedByCaller, failedForGood, notAuthorized, ranOutOfTime, type Call } from "./call.ts";
import type { CheckedOptions } from "./client-options.ts";
import { askedWaitMs, secretsOf, type FailedAttempt } from "./failure.ts";
import { notify, type EventDetails } from "./observe.ts";
import { problemFromCode, problemFromStatus, type Problem, type Reply, type TextReply } from "./problem.ts";
import { createRetryBudget, jitteredWaitMs, longestAskedWaitMs } from "./retry.ts";
import { sleep, within } from "./within.ts";

/** What is the vendor's own in an exchange. */
export interface VendorRules {
  readonly vendor: string;
  /** Adds this attempt's credentials; called for every attempt, outside the attempt's deadline. */
  authorize(request: OutgoingRequest, signal: AbortSignal): void | Promise<void>;
  /** What is wrong with a reply to the request sent, in the common words; pure. */
  readProblem(reply: Reply, sent: OutgoingRequest): Problem | undefined;
  /** Mends what made a request fail (a clock, a token) and says whether it did; heeded once a call. */
  recover?(problem: Problem, reply: Reply, sent: OutgoingRequest): boolean;
}

/** A request before it is authorised. */
export interface ExchangeRequest extends OutgoingRequest {
  /** The path below the base URL, for messages and events; no query. */
  readonly path: string;
  /** Struck out of every message, beside what `authorize` adds. */
  readonly secrets?: readonly string[];
}

export type Exchange = (request: ExchangeRequest, signal?: AbortSignal) => Promise<TextReply>;

/** Creates the exchange that all calls of one client share: deadline, attempts, waits, one typed error. */
export function createExchange(rules: VendorRules, options: CheckedOptions): Exchange {
  const budget = createRetryBudget();

  async function attemptUntilDone(call: Call, signal: AbortSignal): Promise<TextReply> {
    const endsAtMs = performance.now() + options.timeoutMs;
    let recovered = false;
    for (;;) {
      const sent = await authorized(rules, call, signal);
      const outcome = await attemptOnce(call, sent, signal);
      if (!("problem" in outcome)) {
        budget.refund();
        return outcome.reply;
      }
      call.lastFailure = outcome;
      const { problem, reply } = outcome;
      let waitMs = waitBeforeRetry(outcome, call.attempts, endsAtMs - performance.now());
      if (!recovered && reply !== undefined && rules.recover?.(problem, reply, sent)) {
        recovered = true;
        waitMs = 0;
      }
      if (waitMs === undefined || !budget.take()) throw failedForGood(call, outcome);
      tell(call, signal, { type: "retry", attempt: call.attempts, code: problem.code, waitMs });
      if (waitMs > 0) await sleep(waitMs, signal);
    }
  }

  async function attemptOnce(
    call: Call,
    sent: OutgoingRequest,
    signal: AbortSignal,
  ): Promise<FailedAttempt | { readonly reply: TextReply }> {
    const attempt = (call.attempts += 1);
    // Gathered for a failure alone; a success repeats nothing.
    const secrets = (): readonly string[] => secretsOf(sent, call.request);
    tell(call, signal, { type: "attempt", attempt });
    const result = await sendOnce(sent, options.attemptTimeoutMs, signal, options.fetch, secrets);
    const { reply } = result;
    if (reply) tell(call, signal, { type: "reply", attempt, httpStatus: reply.status });
    if (result.problem) return { ...result, secrets: secrets() };
    const problem = problemOf(rules, result.reply, sent);
    return problem ? { problem, reply: result.reply, secrets: secrets() } : { reply: result.reply };
  }

  /** Milliseconds to wait, or undefined when the call is over. */
  function waitBeforeRetry(
    { problem, reply }: FailedAttempt,
    attempts: number,
    leftMs: number,
  ): number | undefined {
    if (problem.retry === "never" || attempts >= options.attempts) return undefined;
    if (problem.retry === "now") return 0;
    const askedMs = askedWaitMs(problem, reply) ?? 0;
    if (askedMs > Math.min(longestAskedWaitMs, leftMs)) return undefined;
    return Math.max(askedMs, jitteredWaitMs(attempts));
  }

  function tell(call: Call, signal: AbortSignal, event: EventDetails): void {
    signal.throwIfAborted();
    notify(options.observe, rules.vendor, call.request.path, event);
    // The observer itself may have aborted the call.
    signal.throwIfAborted();
  }

  return async (request, callerSignal) => {
    checkSignal(rules.vendor, callerSignal);
    const call: Call = { vendor: rules.vendor, request, attempts: 0, authorizing: false };
    const expired = Symbol("expired");
    const end = (code?: BalanceErrorCode): void =>
      notify(options.observe, rules.vendor, request.path, {
        type: "end",
        attempts: call.attempts,
        ...(code === undefined ? {} : { code }),
      });
    try {
      const work = (signal: AbortSignal): Promise<TextReply> => attemptUntilDone(call, signal);
      const reply = await within(options.timeoutMs, callerSignal, () => expired, work);
      end();
      return reply;
    } catch (thrown) {
      const error = errorOf(thrown);
      end(error.code);
      throw error;
    }

    function errorOf(thrown: unknown): BalanceError {
      if (thrown === expired) return ranOutOfTime(call, options.timeoutMs);
      if (isBalanceError(thrown)) return thrown;
      if (callerSignal?.aborted) return abortedByCaller(call, thrown);
      throw thrown;
    }
  };
}

/** A copy of the request with the credentials of one attempt. */
async function authorized(rules: VendorRules, call: Call, signal: AbortSignal): Promise<OutgoingRequest> {
  const sent = { ...call.request, headers: { ...call.request.headers } };
  call.authorizing = true;
  try {
    await rules.authorize(sent, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw notAuthorized(call, error);
  }
  call.authorizing = false;
  return sent;
}

/** What the vendor's rules say of a reply; a status that is no success never passes for one. */
function problemOf(rules: VendorRules, reply: TextReply, sent: OutgoingRequest): Problem | undefined {
  try {
    return rules.readProblem(reply, sent) ?? problemFromStatus(reply.status);
  } catch {
    return problemFromCode("bad_response", { reason: "the body is not of any known form" });
  }
}

/** A plain JavaScript caller can give anything. */
function checkSignal(vendor: string, signal: Partial<AbortSignal> | undefined): void {
  if (signal === undefined) return;
  if (typeof signal?.aborted !== "boolean" || typeof signal.addEventListener !== "function") {
    throw configError(vendor, "`signal` must be an AbortSignal");
  }
}

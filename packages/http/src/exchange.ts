import { sendOnce, type AttemptResult, type OutgoingRequest } from "./attempt.ts";
import { isBalanceError, type BalanceError, type BalanceErrorCode } from "./balance-error.ts";
import { abortedByCaller, failedForGood, notAuthorized, ranOutOfTime, type Call } from "./call.ts";
import { checkSignal } from "./check-signal.ts";
import type { CheckedOptions } from "./client-options.ts";
import { secretsOf } from "./failure.ts";
import { notify, type EventDetails } from "./observe.ts";
import { problemFromCode, problemFromStatus, type Problem, type Reply, type TextReply } from "./problem.ts";
import { createRetryBudget, waitBeforeRetry } from "./retry.ts";
import { problemFromThrown } from "./unreached.ts";
import { bounded, sleep } from "./within.ts";

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

// Why a piece of work was ended. Nobody but this file sees them.
const callExpired = Symbol("callExpired");
const attemptExpired = Symbol("attemptExpired");

/** Creates the exchange that all calls of one client share: deadline, attempts, waits, one typed error. */
export function createExchange(rules: VendorRules, options: CheckedOptions): Exchange {
  const { vendor } = rules;
  const { observe, timeoutMs, attemptTimeoutMs } = options;
  const budget = createRetryBudget();

  async function attemptUntilDone(call: Call): Promise<TextReply> {
    let recovered = false;
    for (;;) {
      const sent = { ...call.request, headers: { ...call.request.headers } };
      const received = await attemptOnce(call, sent);
      if (received.reply) {
        tell(call, { type: "reply", attempt: call.attempts, httpStatus: received.reply.status });
      }
      const result = judged(rules, received, sent);
      if (!result.problem) {
        budget.refund();
        return result.reply;
      }
      const { problem, reply } = result;
      const failure = { ...result, secrets: secretsOf(sent, call.request) };
      call.lastFailure = failure;
      const leftMs = leftOf(call);
      let waitMs =
        call.attempts < options.attempts ? waitBeforeRetry(failure, call.attempts, leftMs) : undefined;
      if (!recovered && reply && rules.recover?.(problem, reply, sent)) {
        recovered = true;
        waitMs = 0;
      }
      if (waitMs === undefined || !budget.take()) throw failedForGood(call, failure);
      tell(call, { type: "retry", attempt: call.attempts, code: problem.code, waitMs });
      if (waitMs > 0) await sleep(Math.min(waitMs, leftMs), call.signal);
      if (waitMs >= leftMs) throw callExpired;
    }
  }

  /** Authorises and sends, one after the other, each in its own time. Rejects when the whole call is over. */
  async function attemptOnce(call: Call, sent: OutgoingRequest): Promise<AttemptResult> {
    let refusal: TextReply | undefined;
    try {
      return await bounded(call.signal, async ({ signal, limit }) => {
        call.authorizing = true;
        const waiting = rules.authorize(sent, signal);
        if (waiting !== undefined) {
          limit(leftOf(call), () => callExpired);
          await waiting;
          signal.throwIfAborted();
        }
        call.authorizing = false;
        call.attempts += 1;
        tell(call, { type: "attempt", attempt: call.attempts });
        const leftMs = leftOf(call);
        limit(Math.min(leftMs, attemptTimeoutMs), () =>
          leftMs <= attemptTimeoutMs ? callExpired : attemptExpired,
        );
        // Looked up at every call, so that a test tool that replaces fetch later is seen.
        return sendOnce(sent, signal, options.fetch ?? globalThis.fetch, (reply) => (refusal = reply));
      });
    } catch (error) {
      if (call.signal?.aborted || error === callExpired) throw error;
      if (call.authorizing) throw notAuthorized(call, error);
      if (refusal) return { reply: refusal };
      return error === attemptExpired
        ? {
            problem: problemFromCode("timeout", {
              reason: `no complete reply within ${attemptTimeoutMs} ms`,
            }),
          }
        : problemFromThrown(error, secretsOf(sent, call.request));
    }
  }

  function tell({ request, signal }: Call, event: EventDetails): void {
    signal?.throwIfAborted();
    notify(observe, vendor, request.path, event);
    // The observer itself may have aborted the call.
    signal?.throwIfAborted();
  }

  return async (request, signal) => {
    checkSignal(vendor, signal);
    const endsAtMs = performance.now() + timeoutMs;
    const call: Call = { vendor, request, signal, endsAtMs, attempts: 0, authorizing: false };
    const end = (code?: BalanceErrorCode): void =>
      notify(observe, vendor, request.path, {
        type: "end",
        attempts: call.attempts,
        ...(code === undefined ? {} : { code }),
      });
    try {
      const reply = await attemptUntilDone(call);
      end();
      return reply;
    } catch (thrown) {
      const error = errorOf(call, thrown);
      end(error.code);
      throw error;
    }
  };

  function errorOf(call: Call, thrown: unknown): BalanceError {
    if (isBalanceError(thrown)) return thrown;
    if (call.signal?.aborted) return abortedByCaller(call, thrown);
    if (thrown === callExpired) return ranOutOfTime(call, timeoutMs);
    throw thrown;
  }
}

/** Milliseconds until the call's deadline, at least none. */
function leftOf({ endsAtMs }: Call): number {
  return Math.max(0, Math.ceil(endsAtMs - performance.now()));
}

/** The result with what the vendor's rules say of the reply; a status that is no success never passes for one. */
function judged(rules: VendorRules, result: AttemptResult, sent: OutgoingRequest): AttemptResult {
  if (result.problem) return result;
  const { reply } = result;
  try {
    const problem = rules.readProblem(reply, sent) ?? problemFromStatus(reply.status);
    return problem ? { reply, problem } : result;
  } catch {
    return {
      reply,
      problem: problemFromCode("bad_response", { reason: "the body is not of any known form" }),
    };
  }
}

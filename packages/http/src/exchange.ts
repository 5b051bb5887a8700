import { sendOnce, type OutgoingRequest } from "./attempt.ts";
import { BalanceError, isBalanceError } from "./balance-error.ts";
import type { CheckedOptions } from "./client-options.ts";
import { askedWaitMs, errorFromAttempt, secretsOf, type FailedAttempt } from "./failure.ts";
import { notify } from "./observe.ts";
import { plainCause } from "./plain-cause.ts";
import type { Problem, Reply, TextReply } from "./problem.ts";
import { createRetryBudget, jitteredWaitMs, longestAskedWaitMs } from "./retry.ts";
import { sleep, within } from "./within.ts";

/** What is the vendor's own in an exchange. */
export interface VendorRules {
  readonly vendor: string;
  /** Adds this attempt's credentials; called for every attempt, outside the attempt's deadline. */
  authorize(request: OutgoingRequest, signal: AbortSignal): void | Promise<void>;
  /** What is wrong with a reply to the request sent, in the common words; pure. */
  readProblem(reply: Reply, sent: OutgoingRequest): Problem | undefined;
  /** Mends what made a request fail (a clock, a token) and says whether it did; asked once a call. */
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

interface Call {
  attempts: number;
  lastFailure?: FailedAttempt;
}

/** Creates the exchange that all calls of one client share: deadline, attempts, waits, one typed error. */
export function createExchange(rules: VendorRules, options: CheckedOptions): Exchange {
  const { vendor } = rules;
  const budget = createRetryBudget();

  async function attemptUntilDone(
    request: ExchangeRequest,
    signal: AbortSignal,
    call: Call,
  ): Promise<TextReply> {
    const { path } = request;
    const endsAtMs = performance.now() + options.timeoutMs;
    let recovered = false;
    for (;;) {
      const sent: OutgoingRequest = { ...request, headers: { ...request.headers } };
      await rules.authorize(sent, signal);
      signal.throwIfAborted();
      const attempt = (call.attempts += 1);
      notify(options.observe, { type: "attempt", vendor, path, attempt });
      const secrets = secretsOf(sent, request.headers, request.secrets);
      const result = await sendOnce(sent, secrets, options.attemptTimeoutMs, signal, options.fetch);
      const { reply } = result;
      if (reply) notify(options.observe, { type: "reply", vendor, path, attempt, httpStatus: reply.status });
      const problem = result.problem ?? (reply && rules.readProblem(reply, sent));
      if (reply && !problem) {
        budget.refund();
        return reply;
      }
      if (!problem) throw new TypeError("an attempt ended with neither a reply nor a problem");
      call.lastFailure = { problem, reply, cause: result.cause, secrets };
      if (!recovered && reply && rules.recover?.(problem, reply, sent)) {
        recovered = true;
        continue;
      }
      const waitMs = waitBeforeRetry(problem, reply, attempt, endsAtMs - performance.now());
      if (waitMs === undefined || !budget.take()) {
        throw errorFromAttempt(vendor, placeOf(request), call.lastFailure, attempt);
      }
      notify(options.observe, { type: "retry", vendor, path, attempt, code: problem.code, waitMs });
      if (waitMs > 0) await sleep(waitMs, signal);
    }
  }

  /** Milliseconds to wait, or undefined when the call is over. */
  function waitBeforeRetry(
    problem: Problem,
    reply: Reply | undefined,
    attempt: number,
    leftMs: number,
  ): number | undefined {
    if (problem.retry === "never" || attempt >= options.attempts) return undefined;
    if (problem.retry === "now") return 0;
    const askedMs = askedWaitMs(problem, reply) ?? 0;
    if (askedMs > Math.min(longestAskedWaitMs, leftMs)) return undefined;
    return Math.max(askedMs, jitteredWaitMs(attempt));
  }

  function timeoutError(request: ExchangeRequest, call: Call): BalanceError {
    const last = call.lastFailure;
    return new BalanceError({
      code: "timeout",
      retryable: true,
      vendor,
      message: `${vendor}: ${placeOf(request)} did not finish within ${options.timeoutMs} ms`,
      attempts: call.attempts,
      cause: last && errorFromAttempt(vendor, placeOf(request), last, call.attempts),
    });
  }

  return async (request, callerSignal) => {
    const call: Call = { attempts: 0 };
    const expired = Symbol("the whole call ran out of time");
    try {
      const reply = await within(
        options.timeoutMs,
        callerSignal,
        () => expired,
        (signal) => attemptUntilDone(request, signal, call),
      );
      notify(options.observe, { type: "end", vendor, path: request.path, attempts: call.attempts });
      return reply;
    } catch (thrown) {
      const error = errorOfCall(thrown);
      const { code } = error;
      notify(options.observe, { type: "end", vendor, path: request.path, attempts: call.attempts, code });
      throw error;
    }

    function errorOfCall(thrown: unknown): BalanceError {
      if (thrown === expired) return timeoutError(request, call);
      if (callerSignal?.aborted && !isBalanceError(thrown)) {
        const message = `${vendor}: ${placeOf(request)} was aborted by the caller`;
        const { attempts } = call;
        return new BalanceError({ code: "aborted", vendor, message, attempts, cause: plainCause(thrown) });
      }
      if (isBalanceError(thrown)) return thrown;
      throw thrown;
    }
  };
}

function placeOf(request: ExchangeRequest): string {
  return `${request.method} ${request.path}`;
}

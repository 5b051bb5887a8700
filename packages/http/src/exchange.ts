import { attempt, type AttemptResult } from "./attempt.ts";
import { Call, callExpired } from "./call.ts";
import { checkSignal } from "./check-signal.ts";
import type { CheckedOptions } from "./client-options.ts";
import { withoutEchoes } from "./echoed-credentials.ts";
import { AttemptRequest, type OutgoingRequest } from "./outgoing-request.ts";
import { ownOptions } from "./own-options.ts";
import {
  problemFromCode,
  problemFromGateway,
  problemFromStatus,
  type Problem,
  type Reply,
  type TextReply,
} from "./problem.ts";
import { createRetryBudget, waitBeforeRetry, type RetryBudget } from "./retry.ts";
import { credentialsOf, secretsOf } from "./sent-secrets.ts";
import { KeptConnections } from "./kept-connections.ts";
import { sleep } from "./within.ts";

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
  /** Whether it is a read that may be sent more than once. Absent: it is sent once. */
  readonly repeatable?: boolean;
  /** Sends this request in place of the client's own `fetch`, and is given no credential. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** What `fetch` takes beside what the exchange says. */
  readonly init?: RequestInit;
  /** Struck out of every message, beside what `authorize` adds. */
  readonly secrets?: readonly string[];
}

export type Exchange = (request: ExchangeRequest, signal?: AbortSignal) => Promise<TextReply>;

/** Creates the exchange that all calls of one client share: deadline, attempts, waits, one typed error. */
export function createExchange(given: VendorRules, options: CheckedOptions): Exchange {
  const rules = ownOptions(given);
  const budget = createRetryBudget();
  const connections = new KeptConnections();
  return async (request, signal) => {
    checkSignal(rules.vendor, signal);
    const call = new Call(rules.vendor, request, options, connections, signal);
    try {
      const reply = await attemptUntilDone(call, rules, budget);
      call.notify({ type: "end", attempts: call.attempts });
      return reply;
    } catch (thrown) {
      const error = call.ended(thrown);
      call.notify({ type: "end", attempts: call.attempts, code: error.code });
      throw error;
    }
  };
}

async function attemptUntilDone(call: Call, rules: VendorRules, budget: RetryBudget): Promise<TextReply> {
  let recovered = false;
  for (;;) {
    const { request } = call;
    const sent = new AttemptRequest(request);
    const received = await attempt(call, sent, rules);
    if (received.reply) {
      call.tell({ type: "reply", attempt: call.attempts, httpStatus: received.reply.status });
    }
    const result = judged(rules, received, sent);
    if (!result.problem) {
      budget.refund();
      return withoutEchoes(result.reply, credentialsOf(sent, request));
    }
    const { problem, reply } = result;
    const failure = { ...result, secrets: secretsOf(sent, request) };
    call.lastFailure = failure;
    const { leftMs } = call;
    let waitMs = waitBeforeRetry(failure, call, leftMs);
    if (!recovered && reply && request.fetch === undefined && rules.recover?.(problem, reply, sent)) {
      recovered = true;
      waitMs = 0;
    }
    if (request.repeatable !== true || waitMs === undefined || !budget.take())
      throw call.failedForGood(failure);
    call.tell({ type: "retry", attempt: call.attempts, code: problem.code, waitMs });
    if (waitMs > 0) await sleep(Math.min(waitMs, leftMs), call.signal);
    if (waitMs >= leftMs) throw callExpired;
  }
}

/** The result with what the vendor's rules say of the reply; a status that is no success never passes for one. */
function judged(rules: VendorRules, result: AttemptResult, sent: OutgoingRequest): AttemptResult {
  if (result.problem) return result;
  const { reply } = result;
  try {
    const problem =
      problemFromGateway(reply) ?? rules.readProblem(reply, sent) ?? problemFromStatus(reply.status);
    return problem ? { reply, problem } : result;
  } catch {
    return {
      reply,
      problem: problemFromCode("bad_response", { reason: "the body is not of any known form" }),
    };
  }
}

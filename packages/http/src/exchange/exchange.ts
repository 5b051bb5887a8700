import type { AttemptResult } from "./attempt-result.ts";
import { attempt } from "./attempt.ts";
import { Call } from "./call.ts";
import { checkSignal } from "../options/check-signal.ts";
import type { CheckedOptions } from "../options/client-options.ts";
import { withoutEchoes } from "../reply/echoed-credentials.ts";
import { KeptConnections } from "./kept-connections.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { ownOptions } from "../options/own-options.ts";
import { problemFromCode, problemFromGateway, problemFromStatus, type TextReply } from "../reply/problem.ts";
import { askedWaitMs, createRetryBudget, waitBeforeRetry, type RetryBudget } from "./retry.ts";
import { credentialsOf, secretsOf } from "./sent-secrets.ts";
import type { Exchange, VendorRules } from "./vendor-rules.ts";
import { sleep } from "./race.ts";

/** Creates the exchange that all calls of one client share: deadline, attempts, waits, one typed error. */
export function createExchange(
  given: VendorRules,
  options: CheckedOptions,
  onSlowed?: (waitMs: number | undefined) => void,
): Exchange {
  const rules = ownOptions(given);
  const budget = createRetryBudget();
  const connections = new KeptConnections();
  return async (request, signal) => {
    checkSignal(rules.vendor, signal);
    const call = new Call(rules.vendor, request, options, connections, signal);
    try {
      const reply = await attemptUntilDone(call, rules, budget, onSlowed);
      call.notify({ type: "end", attempts: call.attempts });
      return reply;
    } catch (thrown) {
      const error = call.ended(thrown);
      call.notify({ type: "end", attempts: call.attempts, code: error.code });
      throw error;
    }
  };
}

async function attemptUntilDone(
  call: Call,
  rules: VendorRules,
  budget: RetryBudget,
  onSlowed: ((waitMs: number | undefined) => void) | undefined,
): Promise<TextReply> {
  let recovered = false;
  for (;;) {
    const { request } = call;
    // Whoever authorises an attempt may write on it, and on nothing that another one sends.
    const { method, url, headers, body } = request;
    const sent: OutgoingRequest = { method, url: new URL(url), headers: { ...headers }, body };
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
    const askedMs = askedWaitMs(problem, reply);
    if (askedMs !== undefined || problem.code === "rate_limited") onSlowed?.(askedMs);
    const { leftMs } = call;
    const { attempts, options } = call;
    let waitMs = waitBeforeRetry(failure, { attempts, mostAttempts: options.attempts, leftMs });
    if (!recovered && reply && request.fetch === undefined && rules.recover?.(problem, reply, sent)) {
      recovered = true;
      waitMs = 0;
    }
    if (request.repeatable !== true || waitMs === undefined || !budget.take()) {
      throw call.failedForGood(failure);
    }
    call.tell({ type: "retry", attempt: attempts, code: problem.code, waitMs });
    if (waitMs > 0) await sleep(Math.min(waitMs, leftMs), call.signal);
    if (waitMs >= leftMs) throw call.expired();
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

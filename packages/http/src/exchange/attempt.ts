import { platformFetch } from "#platform-fetch";
import type { AttemptResult } from "./attempt-result.ts";
import { readBoundedText } from "./bounded-text.ts";
import type { Call } from "./call.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import type { PlainFetch, PlainInit } from "../fetch/plain-fetch.ts";
import { isSuccess, problemFromCode } from "../reply/problem.ts";
import { isUnreadResponse, noResponse, receivedReply, resultOfBody, resultOfHead } from "./received-reply.ts";
import { secretsOf } from "./sent-secrets.ts";
import { problemFromThrown } from "./unreached.ts";
import type { VendorRules } from "./vendor-rules.ts";
import { race, type Race } from "./race.ts";

type Authorize = Pick<VendorRules, "authorize">;

/** Authorises and sends, one after the other, each in its own time. Rejects when the whole call is over. */
export function attempt(call: Call, sent: OutgoingRequest, rules: Authorize): Promise<AttemptResult> {
  return race<AttemptResult>(call.signal, async (own) => {
    await authorize(call, sent, rules, own);
    call.attempts += 1;
    call.tell({ type: "attempt", attempt: call.attempts });
    // Once a refusal's head has come, its status says what is wrong, whatever becomes of the body.
    let refusal: AttemptResult | undefined;
    startClock(call, own, () => refusal);
    try {
      const response = await send(call, sent, own.signal);
      if (!isUnreadResponse(response)) return { problem: noResponse };
      call.connections.keep();
      const receivedAtMs = Date.now();
      const ofHead = resultOfHead(response, own.signal, receivedAtMs);
      if (ofHead) return ofHead;
      if (!isSuccess(response.status)) refusal = { reply: receivedReply(response, receivedAtMs) };
      return resultOfBody(response, receivedAtMs, await readBoundedText(response, own), sent.method);
    } catch (error) {
      throwIfOver(call, own, error);
      return refusal ?? problemFromThrown(error, secretsOf(sent, call.request), call.request.url);
    }
  });
}

/** What is thrown in a race that is over says nothing about the vendor, and nobody hears of it any more. */
function throwIfOver(call: Call, { signal }: Race<AttemptResult>, error: unknown): void {
  if (signal.aborted || call.signal?.aborted) throw error;
}

/** Has the rules add the credentials, within what is left of the call. */
async function authorize(
  call: Call,
  sent: OutgoingRequest,
  rules: Authorize,
  own: Race<AttemptResult>,
): Promise<void> {
  // A fetch of the call's own is given no credential.
  if (call.request.fetch !== undefined) return;
  try {
    const waiting = rules.authorize(sent, own.signal);
    if (waiting === undefined) return;
    own.limit(call.leftMs, () => {
      throw call.expired("; its credential never came");
    });
    await waiting;
    own.signal.throwIfAborted();
  } catch (error) {
    throwIfOver(call, own, error);
    throw call.notAuthorized(error);
  }
}

/** Gives the attempt its own time, or what is left of the call where that is less. */
function startClock(call: Call, own: Race<AttemptResult>, refusal: () => AttemptResult | undefined): void {
  const { attemptTimeoutMs } = call.options;
  const { leftMs } = call;
  own.limit(Math.min(leftMs, attemptTimeoutMs), () => {
    const refused = refusal();
    if (refused) return refused;
    if (leftMs <= attemptTimeoutMs) throw call.expired();
    const reason = `no complete reply within ${attemptTimeoutMs} ms`;
    return { problem: problemFromCode("timeout", { reason }) };
  });
}

/** Several connections may have ended together while they lay idle. */
const mostResends = 3;

/** Sends a request, and sends it again without counting where it met a connection that had ended. */
async function send(call: Call, sent: OutgoingRequest, signal: AbortSignal): Promise<unknown> {
  const { method, headers, body = null } = sent;
  const { request } = call;
  const fetch: PlainFetch = request.fetch ?? call.options.fetch ?? platformFetch();
  // Never a Request object: one that is dropped loses its signal at the next garbage collection.
  const init: PlainInit = { ...request.init, method, headers, body, signal, redirect: "manual" };
  for (;;) {
    try {
      return await fetch(sent.url.href, init);
    } catch (error) {
      // What may have reached somebody after all is sent again only where that does no harm.
      const mayResend = request.repeatable === true && !signal.aborted && call.resends < mostResends;
      if (!mayResend || !call.connections.wasStale(error)) throw error;
      call.resends += 1;
    }
  }
}

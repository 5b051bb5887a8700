import { readBoundedText, type Content } from "./bounded-text.ts";
import { callExpired, type Call } from "./call.ts";
import type { VendorRules } from "./exchange.ts";
import { parseContent } from "./json-content.ts";
import type { AttemptRequest } from "./outgoing-request.ts";
import { isSuccess, problemFromCode, redirected, type Problem, type TextReply } from "./problem.ts";
import { ReceivedReply } from "./received-reply.ts";
import { secretsOf } from "./sent-secrets.ts";
import { problemFromThrown } from "./unreached.ts";
import { bounded, type Bound } from "./within.ts";

/** How one attempt ended: a reply for the vendor's rules to judge, or a problem the transport found itself. */
export type AttemptResult =
  | { readonly reply: TextReply; readonly problem?: never }
  | { readonly reply?: TextReply; readonly problem: Problem; readonly cause?: Error };

/** Authorises and sends, one after the other, each in its own time. Rejects when the whole call is over. */
export function attempt(
  call: Call,
  sent: AttemptRequest,
  rules: Pick<VendorRules, "authorize">,
): Promise<AttemptResult> {
  return bounded<AttemptResult>(call.signal, async (bound) => {
    try {
      const { signal } = bound;
      call.authorizing = true;
      const { request } = call;
      const waiting = request.fetch === undefined ? rules.authorize(sent, signal) : undefined;
      if (waiting !== undefined) {
        bound.limit(call.leftMs, () => bound.reject(callExpired));
        await waiting;
        signal.throwIfAborted();
      }
      call.authorizing = false;
      call.attempts += 1;
      call.tell({ type: "attempt", attempt: call.attempts });
      startClock(call, bound);
      const response = await send(call, sent, signal);
      if (!isUnreadResponse(response)) return { problem: noResponse };
      call.connections.keep();
      const receivedAtMs = Date.now();
      const unread = unreadResult(response, signal, receivedAtMs);
      if (unread) return unread;
      if (!isSuccess(response.status)) call.refusal = new ReceivedReply(response, receivedAtMs);
      return readResult(response, receivedAtMs, await readBoundedText(response, bound), sent.method);
    } catch (error) {
      // Ended already; nobody hears of it any more.
      if (bound.signal.aborted || call.signal?.aborted) throw error;
      if (call.authorizing) throw call.notAuthorized(error);
      return refused(call) ?? problemFromThrown(error, secretsOf(sent, call.request), call.request.url);
    }
  });
}

/** Several connections may have ended together while they lay idle. */
const mostResends = 3;

/** Sends a request, and sends it again without counting where it met a connection that had ended. */
async function send(call: Call, sent: AttemptRequest, signal: AbortSignal): Promise<unknown> {
  const { method, headers, body = null } = sent;
  const { request } = call;
  // Looked up at every call, so that a test tool that replaces fetch later is seen.
  const fetch = request.fetch ?? call.options.fetch ?? globalThis.fetch;
  // Never a Request object: one that is dropped loses its signal at the next garbage collection.
  const init: RequestInit = { ...request.init, method, headers, body, signal, redirect: "manual" };
  for (;;) {
    try {
      return await fetch(sent.href, init);
    } catch (error) {
      // What may have reached somebody after all is sent again only where that does no harm.
      const mayResend = request.repeatable === true && !signal.aborted && call.resends < mostResends;
      if (!mayResend || !call.connections.wasStale(error)) throw error;
      call.resends += 1;
    }
  }
}

/** Gives the attempt its own time, or what is left of the call where that is less. */
function startClock(call: Call, bound: Bound<AttemptResult>): void {
  const { attemptTimeoutMs } = call.options;
  const { leftMs } = call;
  call.refusal = undefined;
  bound.limit(Math.min(leftMs, attemptTimeoutMs), () => {
    const reason = `no complete reply within ${attemptTimeoutMs} ms`;
    const refusal = refused(call);
    if (refusal === undefined && leftMs <= attemptTimeoutMs) bound.reject(callExpired);
    else bound.resolve(refusal ?? { problem: problemFromCode("timeout", { reason }) });
  });
}

/** The status of a refused call says what is wrong, whatever becomes of the body that came with it. */
function refused({ refusal: reply }: Call): AttemptResult | undefined {
  return reply && { reply };
}

/** What the head of a response says alone, where its body is not to be read. */
function unreadResult(
  response: Response,
  signal: AbortSignal,
  receivedAtMs: number,
): AttemptResult | undefined {
  const { status, type } = response;
  // Browsers hide the status of a redirect that is not followed; a fetch of the caller's own may follow it.
  const hidesRedirect = type === "opaqueredirect" || response.redirected;
  const redirects = hidesRedirect || (status >= 300 && status < 400);
  if (signal.aborted || redirects) response.body?.cancel().catch(() => undefined);
  signal.throwIfAborted();
  if (type === "error") return { problem: problemFromCode("network", { reason: "no reply" }) };
  if (!redirects) return undefined;
  const reply = new ReceivedReply(response, receivedAtMs);
  return { problem: redirected, ...(hidesRedirect ? {} : { reply }) };
}

function readResult(response: Response, receivedAtMs: number, read: Content, method: string): AttemptResult {
  // Gateways label a refusal as they like; only an answer has to be what it says.
  const isAnswer = isSuccess(response.status);
  const contentType = isAnswer ? response.headers.get("content-type") : undefined;
  const content = read.problem ? read : parseContent(read.text, contentType, method !== "GET");
  const reply = new ReceivedReply(response, receivedAtMs, content);
  return content.problem && isAnswer ? { reply, problem: content.problem } : { reply };
}

const noResponse: Problem = problemFromCode("config", {
  reason: "`fetch` must give a Response that nobody has read, with a web stream as its body",
});

/** A fetch of the caller's own can give anything, also a reply of another library that looks almost right. */
function isUnreadResponse(value: unknown): value is Response {
  // Of what is no object no member is of the right type.
  const { status, headers, body, bodyUsed } = Object(value) as Partial<Response>;
  return (
    typeof status === "number" &&
    typeof headers?.get === "function" &&
    typeof headers[Symbol.iterator] === "function" &&
    (body === null || (typeof body?.getReader === "function" && !body.locked)) &&
    bodyUsed !== true
  );
}

import { readBoundedText } from "./bounded-text.ts";
import { parseContent } from "./json-content.ts";
import { problemFromCode, redirected, type Problem, type TextReply } from "./problem.ts";
import { problemFromThrown } from "./unreached.ts";
import { within } from "./within.ts";

/** A request as it goes out. A vendor's `authorize` adds headers to it for every attempt anew. */
export interface OutgoingRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** How one attempt ended: a reply for the vendor's rules to judge, or a problem the transport found itself. */
export type AttemptResult =
  | { readonly reply: TextReply; readonly problem?: never }
  | { readonly reply?: TextReply; readonly problem: Problem; readonly cause?: Error };

/** Sends one request and reads its body, all within `timeoutMs`. Rejects only when `parent` aborts. */
export async function sendOnce(
  request: OutgoingRequest,
  timeoutMs: number,
  parent: AbortSignal,
  fetchOption: typeof globalThis.fetch | undefined,
  secrets: () => readonly string[],
): Promise<AttemptResult> {
  const refusal: Refusal = {};
  const expired = Symbol("expired");
  try {
    return await within(
      timeoutMs,
      parent,
      () => expired,
      // Looked up at every call, so that a test tool that replaces fetch later is seen.
      (signal) => readReply(request, signal, fetchOption ?? globalThis.fetch, refusal),
    );
  } catch (error) {
    if (parent.aborted) throw error;
    if (refusal.reply !== undefined) return { reply: refusal.reply };
    return error === expired
      ? { problem: problemFromCode("timeout", { reason: `no complete reply within ${timeoutMs} ms` }) }
      : problemFromThrown(error, secrets());
  }
}

/** The status of a refused call says what is wrong, whatever becomes of the body that came with it. */
interface Refusal {
  reply?: TextReply;
}

async function readReply(
  request: OutgoingRequest,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
  refusal: Refusal,
): Promise<AttemptResult> {
  const { method, headers, body } = request;
  // Never a Request object: one that is dropped loses its signal at the next garbage collection.
  const response: unknown = await fetch(request.url.href, {
    method,
    headers,
    signal,
    redirect: "manual",
    body: body ?? null,
  });
  if (!isUnreadResponse(response)) return { problem: noResponse };
  const { status } = response;
  // Browsers hide the status of a redirect that is not followed; a fetch of the caller's own may follow it.
  const hidesRedirect = response.type === "opaqueredirect" || response.redirected;
  const redirects = hidesRedirect || (status >= 300 && status < 400);
  if (signal.aborted || redirects) response.body?.cancel().catch(() => undefined);
  signal.throwIfAborted();
  if (response.type === "error") return { problem: problemFromCode("network", { reason: "no reply" }) };
  const head = { status, headers: Object.fromEntries(response.headers), receivedAtMs: Date.now(), text: "" };
  if (redirects) return { problem: redirected, ...(hidesRedirect ? {} : { reply: head }) };
  if (!response.ok) refusal.reply = head;
  const read = await readBoundedText(response, signal);
  // Gateways label a refusal as they like; only an answer has to be what it says.
  const contentType = response.ok ? head.headers["content-type"] : undefined;
  const { problem, ...content } = read.problem ? read : parseContent(read.text, contentType);
  const reply = { ...head, ...content };
  return problem && response.ok ? { reply, problem } : { reply };
}

const noResponse: Problem = problemFromCode("config", {
  reason: "`fetch` must give a Response that nobody has read, with a web stream as its body",
});

/** A fetch of the caller's own can give anything, also a reply of another library that looks almost right. */
function isUnreadResponse(value: unknown): value is Response {
  if (typeof value !== "object" || value === null) return false;
  const { status, headers, body, bodyUsed } = value as Partial<Response>;
  return (
    typeof status === "number" &&
    typeof headers?.[Symbol.iterator] === "function" &&
    (body === null || (typeof body?.getReader === "function" && !body.locked)) &&
    bodyUsed !== true
  );
}

import { readBoundedText, type Content } from "./bounded-text.ts";
import { parseContent } from "./json-content.ts";
import { problemFromCode, redirected, type Problem, type TextReply } from "./problem.ts";

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

/** Sends one request and reads its body; `onRefusal` is told of a reply that is no success before its body is read. */
export async function sendOnce(
  request: OutgoingRequest,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
  onRefusal: (reply: TextReply) => void,
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
  const receivedAtMs = Date.now();
  const unread = unreadResult(response, signal, receivedAtMs);
  if (unread) return unread;
  if (!response.ok) onRefusal(new ReceivedReply(response, receivedAtMs));
  return readResult(response, receivedAtMs, await readBoundedText(response, signal));
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

function readResult(response: Response, receivedAtMs: number, read: Content): AttemptResult {
  // Gateways label a refusal as they like; only an answer has to be what it says.
  const contentType = response.ok ? response.headers.get("content-type") : null;
  const content = read.problem ? read : parseContent(read.text, contentType);
  const reply = new ReceivedReply(response, receivedAtMs, content);
  return content.problem && response.ok ? { reply, problem: content.problem } : { reply };
}

/** A reply as the vendor's rules see it. */
class ReceivedReply implements TextReply {
  readonly status: number;
  readonly receivedAtMs: number;
  readonly text: string;
  readonly body: unknown;
  readonly #response: Response;

  constructor(response: Response, receivedAtMs: number, { text, body }: Content = { text: "" }) {
    this.status = response.status;
    this.receivedAtMs = receivedAtMs;
    this.text = text;
    this.body = body;
    this.#response = response;
  }

  /** Copied only for who looks: of a success that is seldom more than its content type. */
  get headers(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#response.headers);
  }
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
    typeof headers?.get === "function" &&
    typeof headers[Symbol.iterator] === "function" &&
    (body === null || (typeof body?.getReader === "function" && !body.locked)) &&
    bodyUsed !== true
  );
}

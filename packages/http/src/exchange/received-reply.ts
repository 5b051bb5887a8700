import type { AttemptResult } from "./attempt-result.ts";
import { parseContent, type Content } from "../reply/json-content.ts";
import { isSuccess, problemFromCode, redirected, type Problem, type TextReply } from "../reply/problem.ts";

/** A reply as the vendor's rules see it. Of a success seldom more headers are looked at than its content type. */
export function receivedReply(
  { status, headers }: Response,
  receivedAtMs: number,
  { text, body }: Content = { text: "" },
): TextReply {
  // Of a refusal they are needed, and what is odd about them is found while somebody listens.
  let copied = isSuccess(status) ? undefined : Object.fromEntries(headers);
  return {
    status,
    receivedAtMs,
    text,
    body,
    get headers() {
      return (copied ??= Object.fromEntries(headers));
    },
  };
}

/** What the head of a response says alone, where its body is not to be read. */
export function resultOfHead(
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
  return {
    problem: redirected,
    ...(hidesRedirect ? {} : { reply: receivedReply(response, receivedAtMs) }),
  };
}

/** What a whole response says. Only an answer has to be what its content type says: gateways label a refusal as they like. */
export function resultOfBody(
  response: Response,
  receivedAtMs: number,
  read: Content,
  method: string,
): AttemptResult {
  const isAnswer = isSuccess(response.status);
  const contentType = isAnswer ? response.headers.get("content-type") : undefined;
  const content = read.problem ? read : parseContent(read.text, contentType, method !== "GET");
  const reply = receivedReply(response, receivedAtMs, content);
  return content.problem && isAnswer ? { reply, problem: content.problem } : { reply };
}

export const noResponse: Problem = problemFromCode("config", {
  reason: "`fetch` must give a Response that nobody has read, with a web stream as its body",
});

/** A fetch of the caller's own can give anything, also a reply of another library that looks almost right. */
export function isUnreadResponse(value: unknown): value is Response {
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

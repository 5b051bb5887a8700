import { DispatchedReply } from "./dispatched-reply.ts";
import type { PlainFetch, PlainInit } from "./plain-fetch.ts";
import type { Dispatcher } from "./node-dispatcher.ts";

/** What Node's fetch adds, in lower case too. Servers see the same request either way. */
const headersOfFetch = {
  accept: "*/*",
  "accept-language": "*",
  "sec-fetch-mode": "cors",
  "user-agent": "node",
};
const plainMembers = new Set(["method", "headers", "body", "signal", "redirect"]);

/** Sends a request through the dispatcher of `fetch`, without the streams and signals that fetch makes for each. */
export function dispatchFetch(
  dispatcher: Dispatcher,
  fetch: PlainFetch,
  url: string,
  init: PlainInit,
): Promise<unknown> {
  const { method, headers, body = null, signal } = init;
  const isPlain = body === null || typeof body === "string" || body instanceof Uint8Array;
  const isTyped = body === null || headers["content-type"] !== undefined;
  // What fetch would make of anything else is for fetch to say.
  if (!isPlain || !isTyped || !Object.keys(init).every((member) => plainMembers.has(member))) {
    return fetch(url, init);
  }
  const { origin, protocol, pathname, search } = new URL(url);
  const encodings = protocol === "https:" ? "br, gzip, deflate" : "gzip, deflate";
  const request = {
    origin,
    path: pathname + search,
    method,
    headers: { ...headersOfFetch, "accept-encoding": encodings, ...headers },
    body,
  };
  return new Promise((resolve, reject) => {
    const reply = new DispatchedReply(signal, resolve, reject);
    try {
      dispatcher.dispatch(request, reply);
    } catch (error) {
      reply.onError(error);
    }
  });
}

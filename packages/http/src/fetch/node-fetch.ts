import type { PlainFetch } from "./plain-fetch.ts";
import { dispatchFetch } from "./dispatch-fetch.ts";
import { nodeDispatcher } from "./node-dispatcher.ts";

/**
 * The platform's fetch, or what costs less and does the same: on Node, its dispatcher. Looked up at every call, so that
 * a test tool that replaces fetch later is seen, and a dispatcher that the application sets as well.
 */
export function platformFetch(): PlainFetch {
  const { fetch } = globalThis;
  const dispatcher = nodeDispatcher(fetch);
  return dispatcher ? (url, init) => dispatchFetch(dispatcher, fetch, url, init) : fetch;
}

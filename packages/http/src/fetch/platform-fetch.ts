import type { PlainFetch } from "./plain-fetch.ts";

/** The platform's fetch where there is no Node. Looked up at every call, so that one that a test tool replaces is seen. */
export function platformFetch(): PlainFetch {
  return globalThis.fetch;
}

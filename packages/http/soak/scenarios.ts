import {
  badGzip,
  brotli,
  closeAfter,
  closeBeforeHeaders,
  deepNesting,
  dripBody,
  earlyHints,
  emptyBody,
  garbage,
  gzipBomb,
  gzipped,
  htmlPage,
  hugeBody,
  hugeHeader,
  illegalHeaderByte,
  invalidUtf8,
  neverAnswer,
  rateLimited,
  redirectTo,
  replyJson,
  resetBeforeHeaders,
  stallBody,
  status,
  truncatedBody,
  truncatedChunks,
  unknownEncoding,
  withByteOrderMark,
  type Fault,
} from "@openbalance/testing";
import type { BalanceErrorCode } from "../src/index.ts";

/** What a server does to one call, given the true answer, and how the call must end. */
export interface Scenario {
  readonly name: string;
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** One fault a request; the last one repeats. */
  readonly faults: (answer: string) => readonly Fault[];
  /** Which client calls; `patient` where it is absent. */
  readonly caller?: "hasty" | "stubborn";
  /** The code it must fail with; absent where it must give the answer. */
  readonly failure?: BalanceErrorCode;
}

const answered = (name: string, weight: number, reply: (answer: string) => Fault): Scenario => ({
  name,
  weight,
  faults: (answer) => [reply(answer)],
});

const recovers = (name: string, fault: Fault): Scenario => ({
  name: `${name}, then the answer`,
  weight: 2,
  faults: (answer) => [fault, replyJson(answer)],
});

// Rare, since each takes a whole deadline.
const stalls = (scenario: Scenario): Scenario => ({
  ...scenario,
  weight: scenario.weight / 2,
  caller: scenario.failure === undefined ? "stubborn" : "hasty",
});

const fails = (failure: BalanceErrorCode, name: string, fault: Fault): Scenario => ({
  name,
  weight: 1,
  faults: () => [fault],
  failure,
});

/** Sends the caller's key back, as a careless gateway does. */
const echoKey: Fault = (exchange) => {
  const message = `no such key: ${exchange.request.headers.authorization ?? ""}`;
  return status(401, { message })(exchange);
};

const megabytes = 1_000_000;

export const scenarios: readonly Scenario[] = [
  answered("answer", 40, (answer) => replyJson(answer)),
  answered("gzip", 4, (answer) => gzipped(answer)),
  answered("brotli", 2, (answer) => brotli(answer)),
  answered("byte order mark", 2, (answer) => withByteOrderMark(answer)),
  answered("early hints", 2, (answer) => earlyHints(replyJson(answer))),
  answered("drip", 2, (answer) => dripBody(answer, 1)),
  answered("closed after the answer", 3, (answer) => closeAfter(replyJson(answer))),
  recovers("500", status(500)),
  recovers("502 web page", htmlPage(502)),
  recovers("503", status(503)),
  recovers("408", status(408)),
  recovers("429", rateLimited()),
  recovers("429 with a Retry-After of no sense", rateLimited("soon")),
  recovers("code of a rate limit in a 200", replyJson({ statusCode: 6004 })),
  recovers("replayed", replyJson({ statusCode: 4005 })),
  recovers("reset", resetBeforeHeaders()),
  recovers("close", closeBeforeHeaders()),
  recovers("garbage", garbage()),
  recovers("cut body", truncatedBody()),
  recovers("cut chunks", truncatedChunks()),
  stalls(recovers("no headers", neverAnswer())),
  stalls(recovers("stalled body", stallBody())),
  fails("unauthenticated", "401 with the key in it", echoKey),
  fails("forbidden", "403", status(403)),
  fails("not_found", "404", status(404)),
  fails("bad_request", "422", status(422, { code: "10015", message: "no" })),
  fails("unavailable", "503 for ever", status(503)),
  fails("server_error", "501", status(501)),
  fails("rate_limited", "429 for an hour", rateLimited(3_600)),
  fails("redirect", "redirect", redirectTo("/elsewhere")),
  fails("vendor_error", "unknown code in a 200", replyJson({ statusCode: 9999, balance: 0 })),
  fails("unauthenticated", "refused key in a 200", replyJson({ statusCode: 4001 })),
  fails("bad_response", "200 web page", htmlPage()),
  fails("bad_response", "empty 200", emptyBody()),
  fails("bad_response", "204", emptyBody(204)),
  fails("bad_response", "cut JSON", replyJson('{"balance":1')),
  fails("bad_response", "NaN", replyJson('{"balance":NaN}')),
  fails("bad_response", "no UTF-8", invalidUtf8()),
  fails("bad_response", "bad gzip", badGzip()),
  fails("bad_response", "unknown encoding", unknownEncoding()),
  fails("bad_response", "200,000 levels", deepNesting()),
  fails("too_large", "2 MB", hugeBody(2 * megabytes)),
  fails("too_large", "gzip bomb", gzipBomb(4 * megabytes)),
  fails("network", "NUL in a header", illegalHeaderByte()),
  fails("network", "header of 40 kB", hugeHeader()),
  stalls(fails("timeout", "no headers for ever", neverAnswer())),
  stalls(fails("timeout", "stalled body for ever", stallBody())),
];

import { configError } from "./balance-error.ts";
import { parseBaseUrl } from "./base-url.ts";
import type { CheckedCall } from "./call-options.ts";
import { bodyOf, unreadResponse, type CallRecord } from "./call-request.ts";
import type { Transport } from "./transport.ts";

type Sender = Pick<Transport<{}>, "vendor" | "baseUrl" | "reads" | "exchange">;

/** The address of a call: the client's, or another of the same origin, which is all that its credential is meant for. */
export function baseOfCall({ vendor, baseUrl }: Sender, given: unknown): string {
  if (given === undefined) return baseUrl;
  const base = parseBaseUrl(vendor, "baseUrl", given);
  if (new URL(base).origin === new URL(baseUrl).origin) return base;
  throw configError(
    vendor,
    "`baseUrl` of a call must have the origin of the client's; make a client for another",
  );
}

/** Sends what openapi-fetch and its middlewares made of a call. */
export async function sendCall(
  { vendor, baseUrl, reads, exchange }: Sender,
  base: string,
  request: CallRecord | Request,
  { signal, fetch, init }: Pick<CheckedCall, "signal" | "fetch" | "init">,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.origin !== new URL(baseUrl).origin || url.username + url.password !== "") {
    throw configError(vendor, "a middleware made a request that does not go to the origin of the client");
  }
  const { method } = request;
  const place = url.origin + url.pathname;
  const path = place.startsWith(base) ? place.slice(base.length) : url.pathname;
  const body = await bodyOf(request);
  const reply = await exchange(
    {
      method,
      url,
      path,
      headers: Object.fromEntries(request.headers),
      ...(body !== undefined && { body }),
      repeatable: reads.some((read) => matches(read, `${method} ${path}`)),
      init,
      fetch: fetch && ((target, sent) => fetch(new Request(target, sent))),
    },
    bothOf(signal, request.signal),
  );
  return unreadResponse(reply);
}

/** Whether an operation, such as `GET /wallets/{id}`, is what is sent. */
function matches(operation: string, sent: string): boolean {
  const parts = sent.split("/");
  const described = operation.split("/");
  return (
    parts.length === described.length &&
    described.every((part, index) => part.startsWith("{") || part === parts[index])
  );
}

/** A middleware's request may have a signal beside the caller's. */
function bothOf(caller: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  if (caller === undefined || other === undefined || caller === other) return caller ?? other;
  return AbortSignal.any([caller, other]);
}

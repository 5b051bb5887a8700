import { configError } from "../errors/balance-error.ts";
import { platformInit, type CheckedCall } from "./call-options.ts";
import { bodyOf, type CallRecord } from "./call-request.ts";
import { ownOptions } from "../options/own-options.ts";
import type { TextReply } from "../reply/problem.ts";
import type { Transport } from "../transport/transport.ts";

/** Sends what openapi-fetch and its middlewares made of a call. */
export async function sendCall(
  { vendor, origin, reads, exchange }: Transport<{}>,
  sent: CallRecord | Request,
  call: CheckedCall,
): Promise<TextReply> {
  const { baseUrl: base, signal, fetch } = call;
  const url = new URL(sent.url);
  if (url.origin !== origin || url.username || url.password) {
    throw configError(vendor, "a call goes to the origin of the client's `baseUrl` and to no other");
  }
  const { method, headers, signal: other } = sent;
  const place = url.origin + url.pathname;
  const path = place.startsWith(base) ? place.slice(base.length) : url.pathname;
  const body = await bodyOf(sent);
  const request = ownOptions({
    method,
    url,
    path,
    headers: Object.fromEntries(headers),
    ...(body !== undefined && { body }),
    repeatable: reads.some((read) => matches(read, `${method} ${path}`)),
    init: platformInit(call),
    fetch: fetch && ((target: string | URL | Request, own?: RequestInit) => fetch(new Request(target, own))),
  });
  // A middleware's request may have a signal beside the caller's.
  const both = signal && other && signal !== other ? AbortSignal.any([signal, other]) : (signal ?? other);
  return exchange(request, both);
}

/** Whether an operation, such as `GET /wallets/{id}`, is the one that is sent. */
function matches(operation: string, sent: string): boolean {
  const parts = sent.split("/");
  const described = operation.split("/");
  return (
    parts.length === described.length &&
    described.every((part, index) => part.startsWith("{") || part === parts[index])
  );
}

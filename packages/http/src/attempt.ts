import { readBoundedText } from "./bounded-text.ts";
import { errorCode, plainCause } from "./plain-cause.ts";
import { problemFromCode, problemFromStatus, redirected, type Problem, type TextReply } from "./problem.ts";
import { within } from "./within.ts";

/** A request as it goes out. A vendor's `authorize` adds headers to it for every attempt anew. */
export interface OutgoingRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** How one attempt ended: a reply, a problem, or a reply that is one. */
export interface AttemptResult {
  /** Absent when none came whole. */
  readonly reply?: TextReply;
  /** What the transport itself found; the vendor's rules judge a reply without one. */
  readonly problem?: Problem;
  readonly cause?: Error;
}

/**
 * Sends one request and reads its body, all within `timeoutMs`. Rejects only when `parent` aborts.
 * Neither a secret nor a header is repeated from what fetch throws.
 */
export async function sendOnce(
  request: OutgoingRequest,
  secrets: readonly string[],
  timeoutMs: number,
  parent: AbortSignal,
  fetchOption: typeof globalThis.fetch | undefined,
): Promise<AttemptResult> {
  const expired: AttemptResult = {
    problem: problemFromCode("timeout", { reason: `no complete reply within ${timeoutMs} ms` }),
  };
  try {
    return await within(
      timeoutMs,
      parent,
      () => expired,
      // Looked up at every call, so that a test tool that replaces fetch later is seen.
      (signal) => readReply(request, signal, fetchOption ?? globalThis.fetch),
    );
  } catch (error) {
    if (error === expired) return expired;
    if (parent.aborted) throw error;
    return failureToReach([...secrets, ...Object.values(request.headers)], error);
  }
}

async function readReply(
  request: OutgoingRequest,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<AttemptResult> {
  const { method, headers, body } = request;
  // Never a Request object: one that is dropped loses its signal at the next garbage collection.
  const response = await fetch(request.url.href, {
    method,
    headers,
    signal,
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
  // Browsers hide the status of a redirect that is not followed.
  if (response.type === "opaqueredirect") return { problem: redirected };
  const content = await readBoundedText(response);
  const reply: TextReply = {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    receivedAtMs: Date.now(),
    text: "text" in content ? content.text : "",
  };
  // The status of a refused call says more than the size or the bytes of the page that came with it.
  if (!response.ok || "text" in content) return judgeContent(reply);
  return content.failure === "too_large"
    ? {
        reply,
        problem: {
          code: "too_large",
          retry: "never",
          reason: `the body exceeds ${content.limitBytes} bytes`,
        },
      }
    : { reply, problem: badResponse("the body is not UTF-8") };
}

/** A success must hold one JSON document under a JSON media type; a refusal may hold anything. */
function judgeContent(reply: TextReply): AttemptResult {
  const succeeded = problemFromStatus(reply.status) === undefined;
  const mediaType = reply.headers["content-type"];
  if (succeeded && mediaType !== undefined && !isJsonMediaType(mediaType)) {
    return { reply, problem: badResponse("the body is not JSON by its content type") };
  }
  if (succeeded && reply.text.trim() === "") return { reply, problem: badResponse("the body is empty") };
  try {
    return { reply: { ...reply, body: JSON.parse(reply.text) } };
  } catch {
    // The parser's message quotes the body, so it is left out.
    return succeeded ? { reply, problem: badResponse("the body is not valid JSON") } : { reply };
  }
}

function isJsonMediaType(mediaType: string): boolean {
  return /^(application|text)\/([\w.+-]+\+)?json\s*(;|$)/i.test(mediaType);
}

function badResponse(reason: string): Problem {
  return { code: "bad_response", retry: "never", reason };
}

const tlsFailure = /^(ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$)|CERT/;
const decompressionFailure = /^(Z_|ZSTD_|ERR_BROTLI|ERR__ERROR_FORMAT)/;

/** Names what kept a reply from coming, by the platform's error code. */
function failureToReach(secrets: readonly string[], error: unknown): AttemptResult {
  const code = errorCode(error) ?? "";
  const cause = plainCause(error, secrets);
  if (tlsFailure.test(code)) {
    return {
      problem: { code: "tls", retry: "never", reason: `the secure connection failed (${code})` },
      cause,
    };
  }
  if (decompressionFailure.test(code)) {
    return { problem: badResponse("the body cannot be decompressed"), cause };
  }
  return {
    problem: problemFromCode("network", { reason: `no complete reply (${code || cause.message})` }),
    cause,
  };
}

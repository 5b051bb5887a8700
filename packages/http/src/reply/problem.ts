import type { BalanceErrorCode } from "../errors/balance-error.ts";

/** One reply as the exchange read it, and all that a vendor's problem reader may look at. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What `JSON.parse` makes of the body; absent when it is not JSON. Doubles: never read an amount here. */
  readonly body?: unknown;
  /** When the reply came, in milliseconds since the epoch by the caller's clock. */
  readonly receivedAtMs: number;
}

/** A reply together with the text it was read from. */
export interface TextReply extends Reply {
  readonly text: string;
}

/** What is wrong with a reply, in the common words. */
export interface Problem {
  readonly code: BalanceErrorCode;
  /** `now`: at once, signed anew; `later`: after a wait; `never`: the same request fails again. */
  readonly retry: "never" | "later" | "now";
  readonly vendorCode?: string | undefined;
  /** The vendor's own words. */
  readonly message?: string | undefined;
  /** Ours, where the vendor said nothing. */
  readonly reason?: string | undefined;
  /** Milliseconds the vendor asks to wait, where it says so in a way of its own. */
  readonly retryAfterMs?: number | undefined;
}

const codes: Readonly<Record<number, BalanceErrorCode>> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  407: "config",
  408: "timeout",
  410: "not_found",
  425: "timeout",
  429: "rate_limited",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

/** Words of our own, where a status says more than its code and the vendor says nothing. */
const reasons: Readonly<Record<number, string>> = {
  407: "a proxy on the way asks who you are; put the user and password of the proxy into its address",
  410: "this call is retired by the vendor",
};

const retries: Readonly<Partial<Record<BalanceErrorCode, Problem["retry"]>>> = {
  rate_limited: "later",
  replayed: "now",
  unavailable: "later",
  server_error: "later",
  timeout: "later",
  network: "later",
};

/** A problem of the given code, retried as that code is. */
export function problemFromCode(
  code: BalanceErrorCode,
  details: Pick<Problem, "vendorCode" | "message" | "reason" | "retryAfterMs"> = {},
): Problem {
  return { code, retry: retries[code] ?? "never", ...details };
}

/** A redirect is never followed: the credentials would travel with it. */
export const redirected: Problem = problemFromCode("redirect", {
  reason:
    "redirects are not followed, the credentials would travel along; give the final address as `baseUrl`",
});

/** Whether a status is that of an answer. A response of the caller's own need not say `ok`. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The meaning of an HTTP status alone; undefined for 2xx. A code that the vendor names comes first. */
export function problemFromStatus(status: number): Problem | undefined {
  if (isSuccess(status)) return undefined;
  if (status < 200) return problemFromCode("bad_response", { reason: "the HTTP status is not a final one" });
  if (status < 400) return redirected;
  const reason = reasons[status];
  const problem = problemFromCode(codeOf(status), reason === undefined ? {} : { reason });
  // Of the server's own errors only 500 may pass.
  return status > 500 && problem.code === "server_error" ? { ...problem, retry: "never" } : problem;
}

/** Gateways answer 520 to 530 when what they stand before does not (Cloudflare), or has too much to do (529). */
function codeOf(status: number): BalanceErrorCode {
  if (status >= 520 && status <= 530) return "unavailable";
  return codes[status] ?? (status < 500 ? "bad_request" : "server_error");
}

/** A gateway that wants to see a browser first has not looked at the key. https://developers.cloudflare.com/cloudflare-challenges/ */
export function problemFromGateway({ status, headers }: Reply): Problem | undefined {
  if (isSuccess(status) || headers["cf-mitigated"]?.trim().toLowerCase() !== "challenge") return undefined;
  const reason =
    "Cloudflare wants proof of a browser before the vendor sees the call, so this says nothing about the key; " +
    "try from another network, or ask the vendor to let its API through";
  return problemFromCode("unavailable", { reason });
}

/** What a vendor's refusal says in its own words; undefined where it is silent. */
export interface VendorWords {
  /** The common code of `vendorCode`, where the vendor's table has one. */
  readonly code?: BalanceErrorCode | undefined;
  readonly vendorCode?: string | undefined;
  readonly message?: string | undefined;
  /** Ours, for a refusal that is documented and comes without words. */
  readonly reason?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** Joins what the vendor said with what the status says: the vendor's known code first, then the status. */
export function describeProblem(status: number, words: VendorWords): Problem | undefined {
  const { code, vendorCode, message, retryAfterMs } = words;
  const byStatus = problemFromStatus(status);
  const reason = words.reason ?? byStatus?.reason;
  if (byStatus?.code === "redirect") return byStatus;
  const problem = code === undefined ? byStatus : problemFromCode(code);
  if (problem === undefined) return undefined;
  // 501 and 505 answer the same for ever, whatever the vendor calls them.
  const retry = status === 501 || status === 505 ? "never" : problem.retry;
  return {
    ...problem,
    retry,
    vendorCode,
    message,
    retryAfterMs,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** A text or a whole number, as text, at a path of a parsed body; undefined for anything else. */
export function textAt(body: unknown, ...path: readonly (string | number)[]): string | undefined {
  let value = body;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

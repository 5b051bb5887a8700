/** One answer of a scripted fetch: a body with its status and headers, or what it throws. */
export type ScriptedAnswer =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | Error
  | ((init: RequestInit) => Response | Promise<Response>);

export interface ScriptedFetch {
  (url: unknown, init?: RequestInit): Promise<Response>;
  /** What it was called with, oldest first. */
  readonly calls: readonly { readonly url: unknown; readonly init: RequestInit }[];
}

/** A fetch that gives the answers in order, one a call; the last one repeats. */
export function scriptedFetch(...answers: readonly ScriptedAnswer[]): ScriptedFetch {
  const calls: { url: unknown; init: RequestInit }[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const answer = answers[Math.min(calls.length, answers.length - 1)] ?? {};
    calls.push({ url, init });
    if (answer instanceof Error) throw answer;
    if (typeof answer === "function") return answer(init);
    const { status = 200, body = {}, headers = {} } = answer;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(text, { status, headers: { "content-type": "application/json", ...headers } });
  };
  return Object.assign(fetch, { calls });
}

/** The answer of a vendor that takes the request and says nothing, until the request is given up. */
export function silence({ signal }: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("gone", "AbortError")), { once: true });
  });
}

/**
 * What openapi-fetch makes of a call in place of a platform's Request, which would keep a listener on the caller's
 * signal and costs as much as the rest of the call.
 */
export class CallRecord {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: NonNullable<RequestInit["body"]> | null;
  readonly signal: undefined;

  constructor(url: string, { method = "GET", headers, body }: RequestInit) {
    this.url = url;
    this.method = method;
    // openapi-fetch has made them.
    this.headers = headers as Headers;
    this.body = body ?? null;
  }
}

/** What it makes where middlewares look on: a platform's Request, which shows the caller's signal and does not listen to it. */
export function requestClass(signal: AbortSignal | undefined): typeof Request {
  return class CallRequest extends Request {
    static override [Symbol.hasInstance](value: unknown): boolean {
      // A middleware may make another, of the platform's own class.
      return value instanceof Request;
    }

    constructor(input: string | URL | Request, init?: RequestInit) {
      super(input, init);
      if (signal !== undefined) Object.defineProperty(this, "signal", { value: signal });
    }
  };
}

/** The body of a request; as text where it is one, since no message may repeat it. */
export async function bodyOf(
  request: CallRecord | Request,
): Promise<NonNullable<RequestInit["body"]> | undefined> {
  if (request.body === null) return undefined;
  if (request instanceof CallRecord) return request.body;
  const isText = /^(text|application\/(.*json|x-www-form-urlencoded))/i.test(
    request.headers.get("content-type") ?? "",
  );
  return isText ? request.text() : request.arrayBuffer();
}

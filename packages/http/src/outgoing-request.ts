/** A request as it goes out. A vendor's `authorize` adds headers to it for every attempt anew. */
export interface OutgoingRequest {
  /** In upper case. */
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body?: NonNullable<RequestInit["body"]>;
}

/** The request of one attempt: whoever authorises it may write on it, and on nothing that another attempt sends. */
export class AttemptRequest implements OutgoingRequest {
  readonly method: OutgoingRequest["method"];
  readonly headers: Record<string, string>;
  declare readonly body?: NonNullable<RequestInit["body"]>;
  readonly #asked: URL;
  #url: URL | undefined;

  constructor({ method, url, headers, body }: OutgoingRequest) {
    this.method = method;
    this.headers = { ...headers };
    if (body !== undefined) this.body = body;
    this.#asked = url;
  }

  /** Made when somebody looks: few sign what they send. */
  get url(): URL {
    return (this.#url ??= new URL(this.#asked));
  }

  get href(): string {
    return (this.#url ?? this.#asked).href;
  }
}

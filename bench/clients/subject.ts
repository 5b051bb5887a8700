/** What a probe or a measurement may choose when it opens a client. */
export interface OpenOptions {
  /** Without a slash at the end; has a path, so that climbing out of it can be seen. */
  readonly baseUrl: string;
  /** Absent: the client is made as by a caller who forgot the key. */
  readonly key?: string;
  /** Milliseconds that a call may take, given to every option of that kind the client has. */
  readonly timeoutMs?: number;
}

export interface OpenClient {
  /** What a caller holds, and may print. */
  readonly instance: unknown;
  /** Reads once and gives the amount of the reply in whatever form the client gives it. */
  read(signal?: AbortSignal): Promise<unknown>;
  /** Reads something by an id that stands in the path. Absent: the client has no such call. */
  readById?(id: string): Promise<unknown>;
}

/** One client as it is measured. */
export interface Subject {
  /** The npm package whose version is shown; absent for the platform's own fetch. */
  readonly packageName?: string;
  /** A success as the vendor sends it, as JSON, with this literal as its amount. */
  reply(amount: string): string;
  /** Whether a call can be given a deadline by an option; else the caller's signal is the only one. */
  readonly hasDeadline: boolean;
  /** Whether a call takes an AbortSignal. */
  readonly takesSignal: boolean;
  open(options: OpenOptions): OpenClient | Promise<OpenClient>;
}

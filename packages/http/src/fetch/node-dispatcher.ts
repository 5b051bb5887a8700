/**
 * What Node's fetch sends its requests through, with its connections, proxies and certificates. Every undici since 5
 * takes handlers of this form under the symbol below; later ones wrap what they keep there.
 * https://github.com/nodejs/undici/blob/main/docs/docs/api/Dispatcher.md
 */
export interface Dispatcher {
  dispatch(request: DispatchedRequest, handler: DispatchHandler): unknown;
}

/** One request as a dispatcher takes it. */
export interface DispatchedRequest {
  readonly origin: string;
  /** With its query. */
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** Whom a dispatcher tells of a request. */
export interface DispatchHandler {
  onConnect(abort: (reason?: unknown) => void): void;
  /** Names and values by turns. False stops the body until `resume`. */
  onHeaders(status: number, rawHeaders: readonly RawText[], resume: () => void): boolean;
  onData(chunk: Uint8Array): boolean;
  onComplete(): void;
  onError(error: unknown): void;
  onUpgrade(): void;
}

/** Bytes of a header, or a text where a mock made it. */
export type RawText = string | Uint8Array;

const dispatcherOfNode = Symbol.for("undici.globalDispatcher.1");

/** The fetch that was looked at last, and whether it is Node's own. */
let lastFetch: unknown;
let lastIsNodes = false;

/** The dispatcher of Node's fetch; undefined where `fetch` is another one, or the platform is not Node. */
export function nodeDispatcher(fetch: typeof globalThis.fetch): Dispatcher | undefined {
  if (fetch !== lastFetch) {
    lastFetch = fetch;
    lastIsNodes = isNodesOwn(fetch);
  }
  if (!lastIsNodes) return undefined;
  const dispatcher: unknown = Reflect.get(globalThis, dispatcherOfNode);
  return isDispatcher(dispatcher) ? dispatcher : undefined;
}

/**
 * Node's fetch says in its source that it hands the call to undici. Another one, such as a test tool's, says something
 * else or is native code, and is called as it is.
 */
function isNodesOwn(fetch: unknown): boolean {
  if (typeof fetch !== "function" || process.versions["undici"] === undefined) return false;
  if (!/^function fetch\(.*fetchImpl\(input, init\);\s*\}$/s.test(Function.prototype.toString.call(fetch)))
    return false;
  // Node loads undici, which sets the dispatcher, when somebody first looks at one of its classes.
  return typeof globalThis.Headers === "function";
}

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof (Object(value) as Partial<Dispatcher>).dispatch === "function";
}

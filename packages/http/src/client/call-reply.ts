import type { TextReply } from "../reply/problem.ts";

/** The reply as the platform shows one. Its text can be read at any time, also when openapi-fetch has done so. */
export function unreadResponse({ status, text, headers }: TextReply): Response {
  const decoded = new Headers(headers);
  // They describe the bytes on the wire; the text is decoded already.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) decoded.delete(name);
  // An empty body is none: some statuses may not have one.
  const response = new Response(text === "" ? null : text, { status, headers: decoded });
  return Object.defineProperty(response, "text", { value: async () => text });
}

/**
 * What openapi-fetch reads of a success in place of a platform's Response, which costs a tenth of a call and is made when
 * somebody looks at it.
 */
export class ReplyRecord {
  readonly status: number;
  readonly ok = true;
  /** It asks for the length on the wire, which a decoded text no longer has. */
  readonly headers: { get(name: string): null } = { get: () => null };
  readonly #reply: TextReply;
  #response: Response | undefined;

  constructor(reply: TextReply) {
    this.status = reply.status;
    this.#reply = reply;
  }

  async text(): Promise<string> {
    return this.#reply.text;
  }

  get response(): Response {
    return (this.#response ??= unreadResponse(this.#reply));
  }
}

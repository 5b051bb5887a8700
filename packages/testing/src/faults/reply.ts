import type { ServerResponse } from "node:http";
import type { Fault } from "../fault.ts";

export interface ReplyOptions {
  /** 200 when left out. */
  readonly status?: number;
  /** A list of values goes out as that many header lines. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** Answers with these bytes. */
export function replyBytes(bytes: Uint8Array, options: ReplyOptions = {}): Fault {
  return ({ response }) => {
    setHead(response, "application/octet-stream", options);
    response.end(bytes);
  };
}

/** Answers with plain text. */
export function replyText(text: string, options: ReplyOptions = {}): Fault {
  return ({ response }) => {
    setHead(response, "text/plain; charset=utf-8", options);
    response.end(text);
  };
}

/** Answers with JSON; text and bytes are sent as they are, so that no digit is re-printed. */
export function replyJson(body: unknown, options: ReplyOptions = {}): Fault {
  const bytes = encodeJson(body);
  return ({ response }) => {
    setHead(response, "application/json", options);
    response.end(bytes);
  };
}

/** Sets status, content type and headers; the given headers win. */
export function setHead(
  response: ServerResponse,
  contentType: string | undefined,
  { status = 200, headers = {} }: ReplyOptions,
): void {
  response.statusCode = status;
  if (contentType !== undefined) response.setHeader("content-type", contentType);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** The bytes of a body; text and bytes are taken to be JSON already. */
export function encodeJson(body: unknown): Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

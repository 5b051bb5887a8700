import type { Fault } from "../fault.ts";
import { encodeJson, replyJson } from "./reply.ts";

/** Answers with this JSON behind a UTF-8 byte order mark. */
export function withByteOrderMark(body: unknown): Fault {
  return replyJson(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), encodeJson(body)]));
}

/** Answers with JSON whose one text holds bytes that UTF-8 does not know. */
export function invalidUtf8(): Fault {
  return replyJson(Buffer.concat([Buffer.from('{"currency":"'), Buffer.of(0xff, 0xfe), Buffer.from('"}')]));
}

/** Answers with this JSON in Latin-1, one byte a letter, without saying so. */
export function latin1(body: unknown = { currency: "£" }): Fault {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return replyJson(Buffer.from(text, "latin1"));
}

import { STATUS_CODES } from "node:http";
import type { Fault } from "../fault.ts";
import { replyJson } from "./reply.ts";

/** Answers with this status and a small JSON body, or the body given. */
export function status(code: number, body: unknown = { error: STATUS_CODES[code] ?? "" }): Fault {
  return replyJson(body, { status: code });
}

/** Answers with a JSON content type and nothing behind it. */
export function emptyBody(code = 200): Fault {
  return replyJson("", { status: code });
}

/** Answers with a web page, as a captive portal, a login wall or a broken proxy does. */
export function htmlPage(code = 200): Fault {
  const page = "<!doctype html><title>Sign in</title><p>Please sign in to go on.</p>";
  return replyJson(page, { status: code, headers: { "content-type": "text/html; charset=utf-8" } });
}

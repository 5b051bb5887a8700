import type { Fault } from "../fault.ts";
import { rawReply } from "./raw-reply.ts";

/** Sends `103 Early Hints`, then answers. */
export function earlyHints(then: Fault): Fault {
  return async (exchange) => {
    await new Promise<void>((resolve) => {
      exchange.response.writeEarlyHints({ link: "</balance.css>; rel=preload; as=style" }, resolve);
    });
    await then(exchange);
  };
}

/** Puts this `Date` on the answer, as a server whose clock is wrong does. */
export function dateHeader(date: Date, then: Fault): Fault {
  return (exchange) => {
    exchange.response.sendDate = false;
    exchange.response.setHeader("date", date.toUTCString());
    return then(exchange);
  };
}

/** Answers with a NUL inside a header value, which no header may hold. */
export function illegalHeaderByte(): Fault {
  return rawReply(["HTTP/1.1 200 OK", "x-illegal: a\0b", "content-length: 2"], "{}");
}

/** Answers with one header of this many bytes. */
export function hugeHeader(bytes = 40_000): Fault {
  return ({ response }) => {
    response.writeHead(200, { "content-type": "application/json", "x-huge": "a".repeat(bytes) });
    response.end("{}");
  };
}

/** Answers with bytes that are no HTTP at all. */
export function garbage(): Fault {
  return ({ socket }) => {
    socket.end("\u0016\u0003\u0001 this is no HTTP\r\n\r\n");
  };
}

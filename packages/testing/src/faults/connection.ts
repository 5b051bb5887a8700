import type { Fault } from "../fault.ts";

/** Resets the connection (TCP RST) before any byte of an answer. */
export function resetBeforeHeaders(): Fault {
  return ({ socket }) => {
    socket.resetAndDestroy();
  };
}

/** Closes the connection in good order (TCP FIN) before any byte of an answer. */
export function closeBeforeHeaders(): Fault {
  return ({ socket }) => {
    socket.end();
  };
}

/** Takes the request and never says a word. */
export function neverAnswer(): Fault {
  return () => undefined;
}

/** Answers, then closes the connection without having announced it, as a restarting server does. */
export function closeAfter(reply: Fault): Fault {
  return async (exchange) => {
    exchange.response.once("finish", () => exchange.socket.end());
    await reply(exchange);
  };
}

import type { Fault } from "../fault.ts";

/** Writes the head and body as given, past every check of node:http, and ends the connection. */
export function rawReply(head: readonly string[], body: string): Fault {
  return ({ socket }) => {
    socket.end([...head, "", body].join("\r\n"));
  };
}

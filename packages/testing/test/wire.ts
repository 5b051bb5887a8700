import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";

/** Opens a connection and sends one GET, byte for byte as written here. */
export function sendGet(url: string, target = "/balance", header = "connection: keep-alive"): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // Some faults end in a reset; a test that expects one listens for itself.
  socket.on("error", () => undefined);
  socket.write(`GET ${target} HTTP/1.1\r\nhost: ${hostname}\r\n${header}\r\n\r\n`);
  return socket;
}

/** All that comes back until the server closes the connection, one character a byte. */
export async function readWire(url: string, target?: string): Promise<string> {
  const socket = sendGet(url, target, "connection: close");
  return text(socket.setEncoding("latin1"));
}

/** Reads until the answer holds this text; the connection stays open. */
export async function readUntil(socket: Socket, expected: string): Promise<string> {
  let received = "";
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    received += (chunk as Buffer).toString("latin1");
    if (received.includes(expected)) break;
  }
  return received;
}

/** Why fetch refused an answer: the code of the innermost cause. */
export async function failureCode(answer: Promise<unknown>): Promise<string> {
  const error: unknown = await answer.then(
    () => new Error("fetch accepted the answer"),
    (reason: unknown) => reason,
  );
  return codeOf(error);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return codeOf(error.cause);
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.message;
}

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { IntakeError } from "./intake-error.ts";

/** A document as it was found. */
export interface SourceText {
  /** Absolute: `https:` or `file:`. */
  readonly location: URL;
  /** What is recorded: the URL, or the name of the file alone. */
  readonly name: string;
  readonly text: string;
  /** Of the bytes, in hex. */
  readonly sha256: string;
}

export interface ReadLimits {
  /** Bytes of one document. */
  readonly maxBytes: number;
  /** Milliseconds for one document. */
  readonly timeoutMs: number;
}

export const defaultLimits: ReadLimits = { maxBytes: 32 * 1024 * 1024, timeoutMs: 60_000 };

/** Reads a document from a URL (https, or http on loopback) or a file. */
export async function readSource(
  place: string | URL,
  limits: ReadLimits = defaultLimits,
): Promise<SourceText> {
  const location = locate(place);
  const bytes =
    location.protocol === "file:" ? await readLocal(location, limits) : await download(location, limits);
  return {
    location,
    name: location.protocol === "file:" ? basename(fileURLToPath(location)) : location.href,
    text: decode(bytes, String(place)),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

function locate(place: string | URL): URL {
  if (place instanceof URL) return place;
  if (!/^[a-z][a-z0-9+.-]+:/i.test(place)) return pathToFileURL(place);
  const url = URL.canParse(place) ? new URL(place) : undefined;
  const loopback = url !== undefined && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && loopback)) {
    if (url.username === "" && url.password === "") return url;
    throw new IntakeError(url.host, "the address holds a user or a password", "Give it without");
  }
  throw new IntakeError(place, "it is neither an https address nor a file", "Give one of these");
}

async function readLocal(location: URL, { maxBytes }: ReadLimits): Promise<Uint8Array> {
  const file = fileURLToPath(location);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    throw new IntakeError(file, "there is no such file", "Correct its name");
  }
  if (found.size > maxBytes) throw tooLarge(file, maxBytes);
  return readFile(file);
}

async function download(location: URL, { maxBytes, timeoutMs }: ReadLimits): Promise<Uint8Array> {
  const place = location.href;
  const headers = { accept: "application/json, application/yaml, text/markdown, text/plain, */*" };
  try {
    const response = await fetch(location, { headers, signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) {
      throw new IntakeError(
        place,
        `the server answered ${response.status}`,
        "Open it in a browser and save it",
      );
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(place, maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError(place, "it cannot be fetched", "Open it in a browser and save it", {
      cause: error,
    });
  }
}

function tooLarge(place: string, maxBytes: number): IntakeError {
  return new IntakeError(
    place,
    `it is larger than ${maxBytes} bytes`,
    "Cut it by hand, or raise the limit with --max-bytes",
  );
}

function decode(bytes: Uint8Array, place: string): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Not UTF-8; said below.
  }
  throw new IntakeError(place, "it is no text in UTF-8", "Save the document as text");
}

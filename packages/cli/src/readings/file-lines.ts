import type { FileHandle } from "node:fs/promises";

const chunkBytes = 1_048_576;
const lineEnd = "\n".charCodeAt(0);

/** The longest reading is a few texts of one reply. What is longer is none, and is not held in memory. */
const longestLineBytes = 33_554_432;

/**
 * The lines of a file from a byte on, as many at a time as come in one piece. A line ends with `\n` and nothing else; one
 * that is too long to be kept in memory is given as a text that is no reading.
 */
export async function* fileLines(file: FileHandle, from: number): AsyncGenerator<readonly string[]> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let begun: Buffer[] = [];
  let begunBytes = 0;
  let isTooLong = false;
  for (let position = from; ;) {
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const end = chunk.lastIndexOf(lineEnd, bytesRead - 1) + 1;
    if (end > 0) {
      const start = isTooLong ? chunk.indexOf(lineEnd) + 1 : 0;
      const text = Buffer.concat([...begun, chunk.subarray(start, end)]).toString();
      const lines = text === "" ? [] : text.slice(0, -1).split("\n");
      yield isTooLong ? ["too long", ...lines] : lines;
      begun = [];
      begunBytes = 0;
      isTooLong = false;
    }
    if (isTooLong) continue;
    // A copy: the chunk is read into again.
    begun.push(Buffer.from(chunk.subarray(end, bytesRead)));
    begunBytes += bytesRead - end;
    isTooLong = begunBytes > longestLineBytes;
    if (isTooLong) begun = [];
  }
  // What a crash cut off at the end.
  if (isTooLong) yield ["too long"];
  else if (begunBytes > 0) yield [Buffer.concat(begun).toString()];
}

const probeBytes = 65_536;

/**
 * The start of a line before which all are older than a moment, found by bisection; the lines must come in the order of
 * their times. `timeOf` gives the milliseconds since the epoch of a line, or undefined for what has none.
 */
export async function findLine(
  file: FileHandle,
  sinceMs: number,
  timeOf: (line: string) => number | undefined,
): Promise<number> {
  const probe = Buffer.allocUnsafe(probeBytes);
  let older = 0;
  let younger = (await file.stat()).size;
  while (younger - older > probeBytes) {
    const middle = older + Math.floor((younger - older) / 2);
    const { bytesRead } = await file.read(probe, 0, probeBytes, middle);
    const line = firstLine(probe.subarray(0, bytesRead), timeOf);
    // Where no line has a time it is looked for further in front, so that nothing is passed over.
    if (line !== undefined && line.atMs < sinceMs) older = middle + line.start;
    else younger = middle;
  }
  return older;
}

/** The first whole line in a piece of a file that has a time. */
function firstLine(
  piece: Buffer,
  timeOf: (line: string) => number | undefined,
): { readonly start: number; readonly atMs: number } | undefined {
  for (let start = piece.indexOf(lineEnd) + 1; start > 0;) {
    const end = piece.indexOf(lineEnd, start);
    if (end === -1) return undefined;
    const atMs = timeOf(piece.toString("utf8", start, end));
    if (atMs !== undefined) return { start, atMs };
    start = end + 1;
  }
  return undefined;
}

import type { Fault, RecordedRequest } from "../../packages/testing/src/fault.ts";
import type { Subject } from "../clients/subject.ts";

/** The credential of every probe; nothing else may hold this text. */
export const probeKey = "probe_key_4f1c9a7e2b6d8035";

/** What the servers of one cell were asked. */
export interface Seen {
  readonly requests: readonly RecordedRequest[];
  /** Of the second server, which has another origin. */
  readonly elsewhere: readonly RecordedRequest[];
}

/** One row: a fault, what a caller does, and what must come of it with our clients. */
export interface Probe {
  /** The words of the row. */
  readonly name: string;
  /** What the server answers, one fault a request, the last one for ever. Runs beside the servers. */
  faults(subject: Subject, elsewhereUrl: string): readonly Fault[];
  /** Uses the client and says in a few words what came of it. Runs in a process of its own. */
  run(subject: Subject, baseUrl: string): Promise<string>;
  /** Adds what only the servers know. Runs beside them. */
  judge?(outcome: string, seen: Seen): string;
  /** What the cell of our clients must say. */
  readonly wanted: RegExp;
}

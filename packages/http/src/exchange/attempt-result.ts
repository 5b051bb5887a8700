import type { Problem, Reply, TextReply } from "../reply/problem.ts";

/** How one attempt ended: a reply for the vendor's rules to judge, or a problem the transport found itself. */
export type AttemptResult =
  | { readonly reply: TextReply; readonly problem?: never }
  | { readonly reply?: TextReply; readonly problem: Problem; readonly cause?: Error };

/** A failed attempt, with all that a message about it must not repeat. */
export interface FailedAttempt {
  readonly problem: Problem;
  /** Absent when none came. */
  readonly reply?: Reply | undefined;
  readonly cause?: Error | undefined;
  readonly secrets: readonly string[];
}

import { errorCode } from "./error-code.ts";

/** Something asked for that could not be written, and is lost: the process ends with 74. */
export class WriteError extends Error {
  override readonly name = "WriteError";

  /** `what` says what could not be done and where, `remedy` what helps. */
  constructor(what: string, cause: unknown, remedy: string) {
    super(`${what} (${errorCode(cause)}); ${remedy}`, { cause });
  }
}

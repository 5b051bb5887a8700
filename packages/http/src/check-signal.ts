import { configError } from "./balance-error.ts";

/** Refuses what is neither absent nor an AbortSignal: a plain JavaScript caller can give anything. */
export function checkSignal(vendor: string, signal: Partial<AbortSignal> | null | undefined): void {
  if (signal === undefined) return;
  if (typeof signal?.aborted !== "boolean" || typeof signal.addEventListener !== "function") {
    throw configError(vendor, "`signal` must be an AbortSignal");
  }
}

import { configError } from "../errors/balance-error.ts";

/** Refuses what is neither absent nor an AbortSignal: a plain JavaScript caller can give anything. */
export function checkSignal(vendor: string, signal: Partial<AbortSignal> | null | undefined): void {
  if (signal === undefined) return;
  const { aborted, addEventListener: add, removeEventListener: remove } = signal ?? {};
  if (typeof aborted !== "boolean" || typeof add !== "function" || typeof remove !== "function") {
    throw configError(vendor, "`signal` must be an AbortSignal");
  }
}

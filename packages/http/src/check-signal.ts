import { configError } from "./balance-error.ts";

/** Refuses what is neither absent nor an AbortSignal: a plain JavaScript caller can give anything. */
export function checkSignal(vendor: string, signal: Partial<AbortSignal> | null | undefined): void {
  if (signal === undefined) return;
  const { aborted, addEventListener, removeEventListener } = signal ?? {};
  const listens = typeof addEventListener === "function" && typeof removeEventListener === "function";
  if (typeof aborted !== "boolean" || !listens) {
    throw configError(vendor, "`signal` must be an AbortSignal");
  }
}

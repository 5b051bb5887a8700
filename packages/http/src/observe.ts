import type { BalanceErrorCode } from "./balance-error.ts";

/** What one call did, without header, query, body or secret. `path` is the path below the base URL. */
export type ExchangeEvent =
  | { readonly type: "attempt"; readonly vendor: string; readonly path: string; readonly attempt: number }
  | {
      readonly type: "reply";
      readonly vendor: string;
      readonly path: string;
      readonly attempt: number;
      readonly httpStatus: number;
    }
  | {
      readonly type: "retry";
      readonly vendor: string;
      readonly path: string;
      readonly attempt: number;
      readonly code: BalanceErrorCode;
      readonly waitMs: number;
    }
  | {
      readonly type: "end";
      readonly vendor: string;
      readonly path: string;
      readonly attempts: number;
      /** Absent on success. */
      readonly code?: BalanceErrorCode;
    };

export type Observer = (event: ExchangeEvent) => void;

/** Tells the observer; one that throws changes nothing. */
export function notify(observer: Observer | undefined, event: ExchangeEvent): void {
  try {
    observer?.(event);
  } catch {
    // The caller's logger is not part of the call.
  }
}

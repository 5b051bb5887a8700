import type { BalanceErrorCode } from "../errors/balance-error.ts";

/** What happens in a call, without header, query, body or secret. */
export type EventDetails =
  | { readonly type: "attempt"; readonly attempt: number }
  | { readonly type: "reply"; readonly attempt: number; readonly httpStatus: number }
  | {
      readonly type: "retry";
      /** The attempt that failed. */
      readonly attempt: number;
      readonly code: BalanceErrorCode;
      /** Milliseconds until the next attempt. */
      readonly waitMs: number;
    }
  | {
      readonly type: "end";
      /** Requests sent. */
      readonly attempts: number;
      /** Absent on success. */
      readonly code?: BalanceErrorCode;
    };

/** An event of one call. `path` is the path below the base URL. `end` comes once and last. */
export type ExchangeEvent = EventDetails & { readonly vendor: string; readonly path: string };

export type Observer = (event: ExchangeEvent) => void;

/** Tells the observer; one that throws, or rejects later, changes nothing. */
export function notify(
  observer: Observer | undefined,
  vendor: string,
  path: string,
  details: EventDetails,
): void {
  if (observer === undefined) return;
  // The caller's logger is not part of the call, so what it throws ends here.
  (async () => observer({ ...details, vendor, path }))().catch(() => undefined);
}

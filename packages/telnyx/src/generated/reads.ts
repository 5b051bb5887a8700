// Generated from specs/telnyx/overlay.yaml by `pnpm generate`. Do not edit:
// an operation is a read where the overlay gives it `x-repeatable: true`.

/** The operations that may be sent more than once. Every other one is sent once. */
export const reads: readonly string[] = [
  "GET /balance",
];

// Generated from specs/telnyx/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/telnyx/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /balance": {
    "/data": "optional",
    "/data/pending": "optional",
    "/data/record_type": "optional",
    "/data/balance": "optional",
    "/data/credit_limit": "optional",
    "/data/available_credit": "optional",
    "/data/currency": "optional",
  },
} as const;

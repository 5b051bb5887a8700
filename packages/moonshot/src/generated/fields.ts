// Generated from specs/moonshot/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/moonshot/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /v1/users/me/balance": {
    "/code": "optional",
    "/data": "optional",
    "/data/available_balance": "optional",
    "/data/voucher_balance": "optional",
    "/data/cash_balance": "optional",
    "/scode": "optional",
    "/status": "optional",
  },
} as const;

// Generated from specs/deepseek/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/deepseek/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /user/balance": {
    "/is_available": "optional",
    "/balance_infos": "optional",
    "/balance_infos/~*": "optional",
    "/balance_infos/~*/currency": "optional",
    "/balance_infos/~*/total_balance": "optional",
    "/balance_infos/~*/granted_balance": "optional",
    "/balance_infos/~*/topped_up_balance": "optional",
  },
} as const;

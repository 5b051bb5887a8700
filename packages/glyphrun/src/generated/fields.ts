// Generated from specs/glyphrun/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/glyphrun/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /wallet/balance": {
    "/wallet": "optional",
    "/wallet/userId": "optional",
    "/wallet/walletAddress": "optional",
    "/wallet/balance": "optional",
    "/wallet/availableBalance": "optional",
    "/wallet/pendingLocks": "optional",
    "/wallet/pendingLocks/~*": "open",
    "/wallet/totalLocked": "optional",
    "/wallet/totalDeposited": "optional",
    "/wallet/totalSpent": "optional",
  },
} as const;

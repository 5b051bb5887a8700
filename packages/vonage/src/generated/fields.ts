// Generated from specs/vonage/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/vonage/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /account/get-balance": {
    "/value": "optional",
    "/autoReload": "optional",
  },
} as const;

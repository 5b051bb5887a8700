// Generated from specs/digitalocean/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/digitalocean/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /v2/customers/my/balance": {
    "/month_to_date_balance": "optional",
    "/account_balance": "optional",
    "/month_to_date_usage": "optional",
    "/generated_at": "optional",
  },
} as const;

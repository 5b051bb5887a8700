// Generated from specs/vultr/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/vultr/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /account": {
    "/account": "optional",
    "/account/name": "optional",
    "/account/email": "optional",
    "/account/acls": "optional",
    "/account/acls/~*": "optional",
    "/account/balance": "optional",
    "/account/pending_charges": "optional",
    "/account/last_payment_date": "optional",
    "/account/last_payment_amount": "optional",
  },
} as const;

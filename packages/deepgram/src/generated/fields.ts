// Generated from specs/deepgram/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/deepgram/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /v1/projects/{project_id}/balances": {
    "/balances": "optional",
    "/balances/~*": "optional",
    "/balances/~*/balance_id": "optional",
    "/balances/~*/amount": "optional",
    "/balances/~*/units": "optional",
    "/balances/~*/purchase_order_id": "optional",
  },
  "GET /v1/projects/{project_id}/purchases": {
    "/orders": "optional",
    "/orders/~*": "optional",
    "/orders/~*/order_id": "optional",
    "/orders/~*/expiration": "optional",
    "/orders/~*/created": "optional",
    "/orders/~*/amount": "optional",
    "/orders/~*/units": "optional",
    "/orders/~*/order_type": "optional",
  },
} as const;

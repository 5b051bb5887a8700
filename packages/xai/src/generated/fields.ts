// Generated from specs/xai/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/xai/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /v1/billing/teams/{team_id}/prepaid/balance": {
    "/changes": "optional",
    "/changes/~*": "optional",
    "/changes/~*/teamId": "optional",
    "/changes/~*/changeOrigin": "optional",
    "/changes/~*/topupStatus": "optional",
    "/changes/~*/amount": "optional",
    "/changes/~*/amount/val": "optional",
    "/changes/~*/invoiceId": "optional",
    "/changes/~*/invoiceNumber": "optional",
    "/changes/~*/createTime": "optional",
    "/changes/~*/createTs": "optional",
    "/changes/~*/spendBpKeyYear": "optional",
    "/changes/~*/spendBpKeyMonth": "optional",
    "/changes/~*/paymentProcessor": "optional",
    "/changes/~*/paymentProcessor/kind": "optional",
    "/changes/~*/paymentProcessor/externalParty": "optional",
    "/changes/~*/paymentProcessor/externalInvoiceId": "optional",
    "/total": "optional",
    "/total/val": "optional",
  },
} as const;

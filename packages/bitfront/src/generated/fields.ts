// Generated from specs/bitfront/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/bitfront/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /v1/account/balances": {
    "/timezone": "always",
    "/responseTime": "always",
    "/statusCode": "always",
    "/statusMessage": "always",
    "/responseData": "optional",
    "/responseData/~*": "optional",
    "/responseData/~*/currency": "optional",
    "/responseData/~*/balance": "optional",
    "/responseData/~*/availableBalance": "optional",
  },
  "GET /v1/account/balances/{currency}": {
    "/timezone": "always",
    "/responseTime": "always",
    "/statusCode": "always",
    "/statusMessage": "always",
    "/responseData": "optional",
    "/responseData/currency": "optional",
    "/responseData/balance": "optional",
    "/responseData/availableBalance": "optional",
    "/responseData/~*": "optional",
    "/responseData/~*/currency": "optional",
    "/responseData/~*/balance": "optional",
    "/responseData/~*/availableBalance": "optional",
  },
  "GET /v1/public/time": {
    "/timezone": "always",
    "/responseTime": "always",
  },
} as const;

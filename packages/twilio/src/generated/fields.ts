// Generated from specs/twilio/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong field is mended in specs/twilio/overlay.yaml.

/**
 * What a success of each call holds, by JSON Pointer. `~*` stands for any index or name; `open` says that what
 * stands there may have members beside the ones listed.
 */
export const fields = {
  "GET /2010-04-01/Accounts/{AccountSid}/Balance.json": {
    "/account_sid": "optional",
    "/balance": "optional",
    "/currency": "optional",
  },
} as const;

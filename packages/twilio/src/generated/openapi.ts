// Generated from specs/twilio/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/twilio/overlay.yaml.

export interface paths {
    readonly "/2010-04-01/Accounts/{AccountSid}/Balance.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of an account
         * @description Changes may show late. A subaccount has no balance of its own, its parent pays.
         */
        readonly get: operations["FetchBalance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AccountSid: string;
        readonly "api.v2010.account.balance": {
            /** @description The account, AC and 32 hexadecimal digits. */
            readonly account_sid?: string | null;
            /** @description What is left, as a decimal number in units of `currency`. Null for an account without a balance of its own. */
            readonly balance?: string | null;
            /** @description ISO 4217 code. */
            readonly currency?: string | null;
        };
        readonly ErrorReply: {
            /** @description Twilio's own code; it says more than the HTTP status. May be missing on a 5xx. */
            readonly code?: number;
            readonly message?: string;
            /** @description Address of the page about the code. */
            readonly more_info?: string;
            /** @description The HTTP status once more. */
            readonly status?: number;
            readonly details?: {
                readonly [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaAccountSid = components['schemas']['AccountSid'];
export type SchemaApiV2010AccountBalance = components['schemas']['api.v2010.account.balance'];
export type SchemaErrorReply = components['schemas']['ErrorReply'];
export type $defs = Record<string, never>;
export interface operations {
    readonly FetchBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The account whose balance is wanted, whichever key is used. */
                readonly AccountSid: components["schemas"]["AccountSid"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balance of the account. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["api.v2010.account.balance"];
                };
            };
        };
    };
}

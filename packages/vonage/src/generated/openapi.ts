// Generated from specs/vonage/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/vonage/overlay.yaml.

export interface paths {
    readonly "/account/get-balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of the account behind the key
         * @description In JSON or XML, as the request asks: this description keeps to JSON.
         */
        readonly get: operations["getAccountBalance"];
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
        readonly AccountBalance: {
            /**
             * Format: double
             * @description What is left, in euros. Below zero, down to the credit limit, for an account that is billed afterwards.
             */
            readonly value?: number;
            /** @description Whether the account is topped up by itself when its balance falls below a threshold. */
            readonly autoReload?: boolean;
        };
        readonly ErrorReply: {
            /** @description The HTTP status as a text. */
            readonly "error-code"?: string;
            /** @description What went wrong, in words. */
            readonly "error-code-label"?: string;
            /** @description Address of the page about the problem. */
            readonly type?: string;
            readonly title?: string;
            readonly detail?: string;
            /** @description Identifies this very refusal. */
            readonly instance?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaAccountBalance = components['schemas']['AccountBalance'];
export type SchemaErrorReply = components['schemas']['ErrorReply'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getAccountBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
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
                    readonly "application/json": components["schemas"]["AccountBalance"];
                };
            };
            /** @description Key and secret do not belong together. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
}

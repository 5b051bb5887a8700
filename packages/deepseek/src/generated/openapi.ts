// Generated from specs/deepseek/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/deepseek/overlay.yaml.

export interface paths {
    readonly "/user/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read what is left on the account behind the key */
        readonly get: operations["getUserBalance"];
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
        readonly GetUserBalanceResponse: {
            /** @description Whether there is enough for calls of the API. */
            readonly is_available?: boolean;
            readonly balance_infos?: readonly {
                /** @enum {string} */
                readonly currency?: "CNY" | "USD" | (string & {});
                /** @description All that can be used, granted and topped up. */
                readonly total_balance?: string;
                /** @description Promotional credit that has not expired. */
                readonly granted_balance?: string;
                /** @description Credit that was paid for. */
                readonly topped_up_balance?: string;
            }[];
        };
        readonly ErrorResponse: {
            readonly error?: {
                /** @description What went wrong; a refused key stands in it with its last characters. */
                readonly message?: string;
                readonly type?: string;
                readonly param?: string | null;
                readonly code?: string | null;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaGetUserBalanceResponse = components['schemas']['GetUserBalanceResponse'];
export type SchemaErrorResponse = components['schemas']['ErrorResponse'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getUserBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balance in each currency that the account holds. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GetUserBalanceResponse"];
                };
            };
        };
    };
}

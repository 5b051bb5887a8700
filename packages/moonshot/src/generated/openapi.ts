// Generated from specs/moonshot/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/moonshot/overlay.yaml.

export interface paths {
    readonly "/v1/users/me/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read what is left on the account behind the key */
        readonly get: operations["getBalance"];
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
        readonly BalanceResponse: {
            /** @description 0 when the call succeeded. */
            readonly code?: number;
            readonly data?: {
                /**
                 * Format: float
                 * @description What can be used, cash and vouchers. At or below 0 inference is refused.
                 */
                readonly available_balance?: number;
                /**
                 * Format: float
                 * @description Vouchers; never negative.
                 */
                readonly voucher_balance?: number;
                /**
                 * Format: float
                 * @description Money that was paid in. Negative when the holder owes; then only vouchers are available.
                 */
                readonly cash_balance?: number;
            };
            /** @description 0x0 when the call succeeded. */
            readonly scode?: string;
            /** @description Whether the call succeeded. */
            readonly status?: boolean;
        };
        readonly ErrorResponse: {
            readonly error?: {
                readonly message?: string;
                readonly type?: string;
                readonly code?: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaBalanceResponse = components['schemas']['BalanceResponse'];
export type SchemaErrorResponse = components['schemas']['ErrorResponse'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balance. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BalanceResponse"];
                };
            };
            /** @description The key is missing or wrong. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description An error inside Moonshot. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}

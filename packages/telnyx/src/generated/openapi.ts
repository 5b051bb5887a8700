// Generated from specs/telnyx/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/telnyx/overlay.yaml.

export interface paths {
    readonly "/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of the account behind the key
         * @description Account wide: one key, one balance. A managed account is read with its own key.
         */
        readonly get: operations["GetUserBalance"];
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
        /**
         * @description Money is a decimal string in units of `currency`. No field is promised.
         * @example {
         *       "record_type": "balance",
         *       "pending": "10.00",
         *       "balance": "300.00",
         *       "credit_limit": "100.00",
         *       "available_credit": "400.00",
         *       "currency": "USD"
         *     }
         */
        readonly UserBalance: {
            /**
             * @description Not booked yet. Telnyx does not say in which direction it will move, and it is not part of `available_credit`: do not add or subtract it.
             * @example 10.00
             */
            readonly pending?: string;
            /**
             * @description Always `balance`.
             * @example balance
             * @enum {string}
             */
            readonly record_type?: "balance" | (string & {});
            /**
             * @description The holder's own money, the credit line excluded. Below zero when the holder owes Telnyx.
             * @example 300.00
             */
            readonly balance?: string;
            /**
             * @description Size of the credit line. "0.00" when there is none.
             * @example 100.00
             */
            readonly credit_limit?: string;
            /**
             * @description What can be spent now: `balance` + `credit_limit`. It contains the credit line and can be below zero.
             * @example 400.00
             */
            readonly available_credit?: string;
            /**
             * @description ISO 4217 code, upper case.
             * @example USD
             */
            readonly currency?: string;
        };
        readonly billing_Errors: {
            readonly errors?: readonly components["schemas"]["billing_Error"][];
        };
        readonly billing_Error: {
            /** @description A number in a string, such as "10009". It says more than the HTTP status. */
            readonly code: string;
            readonly title: string;
            readonly detail?: string;
            readonly source?: {
                /** @description JSON Pointer to the field of the request that is at fault. */
                readonly pointer?: string;
                /** @description Name of the query parameter at fault. */
                readonly parameter?: string;
            };
            readonly meta?: {
                readonly [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description The balance of the account. */
        readonly UserBalanceResponse: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": {
                    readonly data?: components["schemas"]["UserBalance"];
                };
            };
        };
        /** @description The key may not read the balance. */
        readonly billing_ForbiddenErrorResponse: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["billing_Errors"];
            };
        };
        /** @description The account data is missing or invalid. */
        readonly billing_UnprocessableEntityErrorResponse: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["billing_Errors"];
            };
        };
        /** @description Telnyx cannot answer now. Worth another try later. */
        readonly ServiceUnavailableErrorResponse: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["billing_Errors"];
            };
        };
        /** @description Any other failure. Among them 401 (code 10009) and 429 (code 10011). */
        readonly GenericErrorResponse: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["billing_Errors"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaUserBalance = components['schemas']['UserBalance'];
export type SchemaBillingErrors = components['schemas']['billing_Errors'];
export type SchemaBillingError = components['schemas']['billing_Error'];
export type ResponseUserBalanceResponse = components['responses']['UserBalanceResponse'];
export type ResponseBillingForbiddenErrorResponse = components['responses']['billing_ForbiddenErrorResponse'];
export type ResponseBillingUnprocessableEntityErrorResponse = components['responses']['billing_UnprocessableEntityErrorResponse'];
export type ResponseServiceUnavailableErrorResponse = components['responses']['ServiceUnavailableErrorResponse'];
export type ResponseGenericErrorResponse = components['responses']['GenericErrorResponse'];
export type $defs = Record<string, never>;
export interface operations {
    readonly GetUserBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["UserBalanceResponse"];
            readonly 403: components["responses"]["billing_ForbiddenErrorResponse"];
            readonly 422: components["responses"]["billing_UnprocessableEntityErrorResponse"];
            readonly 503: components["responses"]["ServiceUnavailableErrorResponse"];
            readonly default: components["responses"]["GenericErrorResponse"];
        };
    };
}

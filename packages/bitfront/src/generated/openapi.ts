// Generated from specs/bitfront/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/bitfront/overlay.yaml.

export interface paths {
    readonly "/v1/account/balances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of every currency
         * @description All calls of a key together may be 3 a second and 60 a minute.
         */
        readonly get: operations["getBalances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/account/balances/{currency}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read the balance of one currency */
        readonly get: operations["getBalance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/time": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the server's clock
         * @description Needs no key. A signed request must carry a timestamp within five seconds of this clock and, on one side, within one.
         */
        readonly get: operations["getTime"];
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
        readonly BalancesReply: {
            /** @description Always UTC. */
            readonly timezone: string;
            /**
             * Format: int64
             * @description When the server answered, in milliseconds since 1970.
             */
            readonly responseTime: number;
            /**
             * Format: int32
             * @description 1000 is success, anything else a failure, under HTTP status 200 alike.
             */
            readonly statusCode: number;
            /** @description The outcome in words. */
            readonly statusMessage: string;
            /** @description One row per currency. Absent when the call failed. */
            readonly responseData?: readonly components["schemas"]["Balance"][];
        };
        readonly BalanceReply: {
            /** @description Always UTC. */
            readonly timezone: string;
            /**
             * Format: int64
             * @description When the server answered, in milliseconds since 1970.
             */
            readonly responseTime: number;
            /**
             * Format: int32
             * @description 1000 is success, anything else a failure, under HTTP status 200 alike.
             */
            readonly statusCode: number;
            /** @description The outcome in words. */
            readonly statusMessage: string;
            /** @description Absent when the call failed. The field table of the document says an object, its example shows an array of one. */
            readonly responseData?: components["schemas"]["Balance"] | readonly components["schemas"]["Balance"][];
        };
        /** @description Amounts are JSON numbers in whole coins, small ones with an exponent. */
        readonly Balance: {
            /** @description The exchange's ticker in upper case; not an ISO code. LINK is reported as LN. */
            readonly currency?: string;
            /**
             * Format: double
             * @description All that is held, the locked part included.
             */
            readonly balance?: number;
            /**
             * Format: double
             * @description The part of `balance` that is not locked.
             */
            readonly availableBalance?: number;
        };
        readonly TimeReply: {
            /** @description Always UTC. */
            readonly timezone: string;
            /**
             * Format: int64
             * @description The server's clock, in milliseconds since 1970.
             */
            readonly responseTime: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaBalancesReply = components['schemas']['BalancesReply'];
export type SchemaBalanceReply = components['schemas']['BalanceReply'];
export type SchemaBalance = components['schemas']['Balance'];
export type SchemaTimeReply = components['schemas']['TimeReply'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getBalances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balances, or a failure without `responseData`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BalancesReply"];
                };
            };
        };
    };
    readonly getBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description A ticker in upper case, such as BTC. */
                readonly currency: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balance, or a failure without `responseData`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BalanceReply"];
                };
            };
        };
    };
    readonly getTime: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The time. This reply has no `statusCode`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TimeReply"];
                };
            };
        };
    };
}

// Generated from specs/digitalocean/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/digitalocean/overlay.yaml.

export interface paths {
    readonly "/v2/customers/my/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of the team behind the token
         * @description The figures are made from time to time; `generated_at` says when. 250 calls a minute and 5,000 an hour.
         */
        readonly get: operations["balance_get"];
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
        readonly balance: {
            /** @description `account_balance` plus `month_to_date_usage`. */
            readonly month_to_date_balance?: string;
            /** @description What the latest billing left, without the usage of this month. */
            readonly account_balance?: string;
            /** @description What was used since the first of the month and stands on no invoice yet. */
            readonly month_to_date_usage?: string;
            /**
             * Format: date-time
             * @description When the figures were made.
             */
            readonly generated_at?: string;
        };
        readonly error: {
            /** @description A word for the status, such as not_found. */
            readonly id: string;
            /** @description What went wrong, in words. */
            readonly message: string;
            /** @description For the vendor's support. */
            readonly request_id?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description How many requests an hour may have. */
        readonly "ratelimit-limit": number;
        /** @description How many are left of them. */
        readonly "ratelimit-remaining": number;
        /** @description Seconds since 1970, when the oldest of the counted requests falls out of the hour. */
        readonly "ratelimit-reset": number;
    };
    pathItems: never;
}
export type SchemaBalance = components['schemas']['balance'];
export type SchemaError = components['schemas']['error'];
export type HeaderRatelimitLimit = components['headers']['ratelimit-limit'];
export type HeaderRatelimitRemaining = components['headers']['ratelimit-remaining'];
export type HeaderRatelimitReset = components['headers']['ratelimit-reset'];
export type $defs = Record<string, never>;
export interface operations {
    readonly balance_get: {
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
                    readonly "ratelimit-limit": components["headers"]["ratelimit-limit"];
                    readonly "ratelimit-remaining": components["headers"]["ratelimit-remaining"];
                    readonly "ratelimit-reset": components["headers"]["ratelimit-reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["balance"];
                };
            };
            /** @description The token is missing, wrong or expired. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["error"];
                };
            };
            /** @description There is no such resource. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["error"];
                };
            };
            /** @description Too many requests in a minute or in an hour. */
            readonly 429: {
                headers: {
                    readonly "ratelimit-limit": components["headers"]["ratelimit-limit"];
                    readonly "ratelimit-remaining": components["headers"]["ratelimit-remaining"];
                    readonly "ratelimit-reset": components["headers"]["ratelimit-reset"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["error"];
                };
            };
            /** @description An error inside DigitalOcean. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["error"];
                };
            };
        };
    };
}

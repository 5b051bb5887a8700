// Generated from specs/openrouter/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/openrouter/overlay.yaml.

export interface paths {
    readonly "/credits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read what was ever bought and what was ever used
         * @description Wants a management key.
         */
        readonly get: operations["getCredits"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read what is known of the key that asks */
        readonly get: operations["getCurrentKey"];
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
        readonly CurrentKey: {
            /** @description The key, masked but for its ends. */
            readonly label: string;
            /**
             * Format: double
             * @description What the key may spend, in USD; null when nothing bounds it.
             */
            readonly limit: number | null;
            /**
             * Format: double
             * @description What is left of the limit, in USD.
             */
            readonly limit_remaining: number | null;
            /**
             * @description How often the limit starts anew, at midnight UTC; weeks begin on Monday.
             * @enum {string|null}
             */
            readonly limit_reset: "daily" | "weekly" | "monthly" | null;
            /**
             * Format: double
             * @description Credits used since the key exists, in USD.
             */
            readonly usage: number;
            /**
             * Format: double
             * @description Credits used this UTC day, in USD.
             */
            readonly usage_daily: number;
            /**
             * Format: double
             * @description Credits used this UTC week, in USD.
             */
            readonly usage_weekly: number;
            /**
             * Format: double
             * @description Credits used this UTC month, in USD.
             */
            readonly usage_monthly: number;
            /**
             * Format: double
             * @description Used at providers with keys of the holder's own since the key exists, in USD.
             */
            readonly byok_usage: number;
            /**
             * Format: double
             * @description The same for this UTC day.
             */
            readonly byok_usage_daily: number;
            /**
             * Format: double
             * @description The same for this UTC week.
             */
            readonly byok_usage_weekly: number;
            /**
             * Format: double
             * @description The same for this UTC month.
             */
            readonly byok_usage_monthly: number;
            /** @description Whether use with keys of the holder's own counts against the limit. */
            readonly include_byok_in_limit: boolean;
            readonly is_free_tier: boolean;
            readonly is_management_key: boolean;
            /**
             * @deprecated
             * @description The older name of is_management_key.
             */
            readonly is_provisioning_key: boolean;
            readonly creator_user_id: string | null;
            /**
             * Format: date-time
             * @description When the key ends, not money.
             */
            readonly expires_at?: string | null;
            /**
             * @deprecated
             * @description Means nothing any more.
             */
            readonly rate_limit: {
                readonly interval: string;
                readonly note: string;
                readonly requests: number;
            };
            readonly free_model_daily_requests?: {
                readonly used?: number;
                readonly limit?: number;
                readonly remaining?: number;
            };
            /** @description The organization that owns the key; null when one user does. */
            readonly organization_id?: string | null;
            readonly workspace_id?: string | null;
            /** @description Where data of this key may go; empty when no region is allowed. */
            readonly allowed_data_regions?: readonly string[];
        };
        readonly ErrorResponse: {
            readonly error: {
                /** @description The HTTP status. */
                readonly code: number;
                readonly message: string;
                readonly metadata?: {
                    readonly [key: string]: unknown;
                } | null;
            };
            readonly openrouter_metadata?: {
                readonly [key: string]: unknown;
            } | null;
            readonly user_id?: string | null;
        };
    };
    responses: {
        /** @description The key is missing or wrong. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The key is no management key. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description An error inside OpenRouter. */
        readonly InternalServer: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaCurrentKey = components['schemas']['CurrentKey'];
export type SchemaErrorResponse = components['schemas']['ErrorResponse'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseInternalServer = components['responses']['InternalServer'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getCredits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Both totals of the account. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: {
                            /**
                             * Format: double
                             * @description All credits that were ever bought.
                             */
                            readonly total_credits: number;
                            /**
                             * Format: double
                             * @description All credits that were ever used.
                             */
                            readonly total_usage: number;
                        };
                    };
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 500: components["responses"]["InternalServer"];
        };
    };
    readonly getCurrentKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The key. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly data: components["schemas"]["CurrentKey"];
                    };
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 500: components["responses"]["InternalServer"];
        };
    };
}

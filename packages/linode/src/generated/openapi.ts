// Generated from specs/linode/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/linode/overlay.yaml.

export interface paths {
    readonly "/account": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the account of the user behind the token
         * @description The reply may be a minute old. Contact data of the account come along.
         */
        readonly get: operations["getAccount"];
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
        readonly Account: {
            /** @description What is owed or left, without the running invoice. */
            readonly balance?: number;
            /** @description Estimate of the running invoice, without transfer. */
            readonly balance_uninvoiced?: number;
            readonly active_promotions?: readonly components["schemas"]["Promotion"][];
            /**
             * Format: date-time
             * @description When the account was opened.
             */
            readonly active_since?: string;
            /**
             * @description Who bills.
             * @enum {string}
             */
            readonly billing_source?: "akamai" | "linode" | (string & {});
            readonly capabilities?: readonly string[];
            /** @description Id of the account. */
            readonly euuid?: string;
            readonly company?: string;
            /** Format: email */
            readonly email?: string;
            readonly first_name?: string;
            readonly last_name?: string;
            readonly address_1?: string;
            readonly address_2?: string;
            readonly city?: string;
            readonly state?: string;
            readonly zip?: string;
            readonly country?: string;
            readonly phone?: string;
            readonly tax_id?: string;
            readonly credit_card?: {
                readonly last_four?: string;
                readonly expiry?: string;
            };
        };
        /** @description An amount of credit until a day, of which so much may be used a month. */
        readonly Promotion: {
            readonly summary?: string;
            readonly description?: string;
            /** @description How much of it may be used in a month. */
            readonly credit_monthly_cap?: string;
            /** @description What is left of the whole promotion. */
            readonly credit_remaining?: string;
            /** @description What of it may still be used this month. */
            readonly this_month_credit_remaining?: string;
            /** @description When it ends. */
            readonly expire_dt?: string | null;
            /**
             * @description What it pays for.
             * @enum {string}
             */
            readonly service_type?: "all" | "backup" | "blockstorage" | "db_mysql" | "ip_v4" | "linode" | "linode_disk" | "linode_memory" | "longview" | "managed" | "nodebalancer" | "objectstorage" | "transfer_tx" | (string & {});
            readonly image_url?: string;
        };
        readonly ErrorReply: {
            readonly errors?: readonly {
                /** @description What went wrong, in words. */
                readonly reason?: string;
                /** @description The member of the request that is wrong. */
                readonly field?: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaAccount = components['schemas']['Account'];
export type SchemaPromotion = components['schemas']['Promotion'];
export type SchemaErrorReply = components['schemas']['ErrorReply'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A refusal. */
            readonly default: {
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

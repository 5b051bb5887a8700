// Generated from specs/flexprice/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/flexprice/overlay.yaml.

export interface paths {
    readonly "/wallets/{id}/balance/real-time": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the live balance of one wallet
         * @description Stored balance, live balance and the wallet they belong to. The live one is computed at the call and can be slow; a cached one may come instead.
         */
        readonly get: operations["getWalletBalance"];
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
        /** @description Money and credits are decimal strings. Money is in units of `currency`, credits are units of the wallet's own; `conversion_rate` leads from one to the other. */
        readonly WalletBalanceResponse: {
            readonly alert_settings?: components["schemas"]["types.AlertSettings"];
            readonly alert_state?: components["schemas"]["types.AlertState"];
            readonly auto_topup?: components["schemas"]["types.AutoTopup"];
            /** @description Stored balance in `currency`: `credit_balance` times `conversion_rate`, to 9 decimals. Usage that is not invoiced yet is not taken off. Below zero is possible. */
            readonly balance?: string;
            /**
             * Format: date-time
             * @description When the stored wallet last changed; not when the live balance was computed.
             */
            readonly balance_updated_at?: string;
            readonly config?: components["schemas"]["types.WalletConfig"];
            /** @description Units of `currency` in one credit, above zero. At 2, ten credits are worth 20; at 0.5 they are worth 5. */
            readonly conversion_rate?: string;
            /** Format: date-time */
            readonly created_at?: string;
            readonly created_by?: string;
            /** @description Stored balance in credits. Below zero is possible. */
            readonly credit_balance?: string;
            readonly credits_available_breakdown?: components["schemas"]["types.CreditBreakdown"];
            /** @description ISO 4217 code in lower case. */
            readonly currency?: string;
            /** @description All charges that wait to be taken off, in `currency`: this period's usage and the unpaid invoices. It contains `unpaid_invoices_amount`; never subtract both. "0" in a cached reply. */
            readonly current_period_usage?: string;
            /** @description Whose wallet it is. */
            readonly customer_id?: string;
            /** @description The customer's own text; may be empty. */
            readonly description?: string;
            readonly environment_id?: string;
            readonly id?: string;
            readonly metadata?: components["schemas"]["types.Metadata"];
            readonly name?: string;
            /** @description What can be spent now, in `currency`: `balance` less `current_period_usage`. Below zero is possible. "0" as a placeholder while the wallet is frozen or closed. */
            readonly real_time_balance?: string;
            /** @description `real_time_balance` in credits, to 16 decimals. */
            readonly real_time_credit_balance?: string;
            readonly status?: components["schemas"]["types.Status"];
            readonly tenant_id?: string;
            /** @description Units of `currency` that buy one credit. Where it differs from `conversion_rate`, paying an amount does not raise `balance` by that amount. */
            readonly topup_conversion_rate?: string;
            /** @description Usage charges of unpaid invoices, in `currency`; already inside `current_period_usage`. Absent in a cached reply and while the wallet is not active. */
            readonly unpaid_invoices_amount?: string;
            /** Format: date-time */
            readonly updated_at?: string;
            readonly updated_by?: string;
            readonly wallet_status?: components["schemas"]["types.WalletStatus"];
            readonly wallet_type?: components["schemas"]["types.WalletType"];
            /** @description False: the live balance was computed for this reply. True: it comes from a cache of up to 30 minutes and `current_period_usage` is a placeholder. Absent: an older server; says nothing. */
            readonly is_cached_fallback?: boolean;
        };
        readonly "errors.ErrorResponse": {
            /** @enum {string} */
            readonly code?: "not_found" | "already_exists" | "version_conflict" | "validation_error" | "invalid_operation" | "permission_denied" | "http_client_error" | "database_error" | "system_error" | "internal_error" | "service_unavailable" | "too_many_requests" | "not_implemented" | (string & {});
            readonly details?: {
                readonly [key: string]: unknown;
            };
            /** @description The HTTP status once more. */
            readonly http_status_code?: number;
            readonly message?: string;
        };
        readonly "types.AlertSettings": {
            readonly alert_enabled?: boolean;
            readonly critical?: components["schemas"]["types.AlertThreshold"];
            readonly info?: components["schemas"]["types.AlertThreshold"];
            readonly warning?: components["schemas"]["types.AlertThreshold"];
        };
        /** @enum {string} */
        readonly "types.AlertState": "ok" | "info" | "warning" | "in_alarm" | (string & {});
        readonly "types.AutoTopup": {
            /** @description Credits to add. */
            readonly amount?: string | null;
            readonly enabled?: boolean | null;
            readonly invoicing?: boolean | null;
            /** @description In credits: a live credit balance at or below it starts a top-up. */
            readonly threshold?: string | null;
            /** @description Shortest time between two top-ups. */
            readonly cooldown?: {
                readonly value?: number;
                /** @enum {string} */
                readonly unit?: "SECOND" | "MINUTE" | "HOUR" | "DAY" | (string & {});
            };
        };
        readonly "types.WalletConfig": {
            /** @description Kinds of charges the wallet may pay; absent or empty means all. */
            readonly allowed_price_types?: readonly components["schemas"]["types.WalletConfigPriceType"][];
        };
        /** @description In credits. Credits of other origin are in neither, so the two may add up to less than `credit_balance`. */
        readonly "types.CreditBreakdown": {
            /** @description Granted credits that are left. */
            readonly free?: string;
            /** @description Bought credits that are left. */
            readonly purchased?: string;
        };
        readonly "types.Metadata": {
            readonly [key: string]: string;
        } | null;
        /** @enum {string} */
        readonly "types.Status": "published" | "deleted" | "archived" | (string & {});
        /**
         * @description Only an active wallet has a live balance.
         * @enum {string}
         */
        readonly "types.WalletStatus": "active" | "frozen" | "closed" | (string & {});
        /**
         * @description POST_PAID: usage does not drain the wallet, so the live balance is the stored one.
         * @enum {string}
         */
        readonly "types.WalletType": "PRE_PAID" | "POST_PAID" | (string & {});
        readonly "types.AlertThreshold": {
            readonly condition?: components["schemas"]["types.AlertCondition"];
            /** @description In credits, compared with the live credit balance. */
            readonly threshold?: string;
        };
        /** @enum {string} */
        readonly "types.WalletConfigPriceType": "ALL" | "USAGE" | "FIXED" | (string & {});
        /** @enum {string} */
        readonly "types.AlertCondition": "above" | "below" | (string & {});
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaWalletBalanceResponse = components['schemas']['WalletBalanceResponse'];
export type SchemaErrorsErrorResponse = components['schemas']['errors.ErrorResponse'];
export type SchemaTypesAlertSettings = components['schemas']['types.AlertSettings'];
export type SchemaTypesAlertState = components['schemas']['types.AlertState'];
export type SchemaTypesAutoTopup = components['schemas']['types.AutoTopup'];
export type SchemaTypesWalletConfig = components['schemas']['types.WalletConfig'];
export type SchemaTypesCreditBreakdown = components['schemas']['types.CreditBreakdown'];
export type SchemaTypesMetadata = components['schemas']['types.Metadata'];
export type SchemaTypesStatus = components['schemas']['types.Status'];
export type SchemaTypesWalletStatus = components['schemas']['types.WalletStatus'];
export type SchemaTypesWalletType = components['schemas']['types.WalletType'];
export type SchemaTypesAlertThreshold = components['schemas']['types.AlertThreshold'];
export type SchemaTypesWalletConfigPriceType = components['schemas']['types.WalletConfigPriceType'];
export type SchemaTypesAlertCondition = components['schemas']['types.AlertCondition'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getWalletBalance: {
        readonly parameters: {
            readonly query?: {
                /** @description Only `credits_available_breakdown` is accepted. */
                readonly expand?: string;
                /** @description True asks for the cached live balance, which may be 30 minutes old. */
                readonly from_cache?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the wallet, such as `wallet_01J9ZQ4N`. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The wallet and its balances. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WalletBalanceResponse"];
                };
            };
            /** @description The request is refused, for example for an `expand` that is not accepted. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["errors.ErrorResponse"];
                };
            };
            /** @description No such wallet for this key. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["errors.ErrorResponse"];
                };
            };
            /** @description An error inside Flexprice. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["errors.ErrorResponse"];
                };
            };
        };
    };
}

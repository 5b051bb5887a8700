// Generated from specs/elevenlabs/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/elevenlabs/overlay.yaml.

export interface paths {
    readonly "/v1/user/subscription": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Read the plan of the workspace behind the key, and what of it is used */
        readonly get: operations["Get_user_subscription_info_v1_user_subscription_get"];
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
        readonly Subscription: {
            readonly tier: string;
            /** @description Characters used in this period. Newer text calls them credits. */
            readonly character_count: number;
            /** @description Characters that the period allows. */
            readonly character_limit: number;
            /**
             * @deprecated
             * @description Older twin of `max_credit_limit_extension`.
             */
            readonly max_character_limit_extension?: number | null;
            /** @description How far the limit may be passed, for a price; 0 where it may not. */
            readonly max_credit_limit_extension: number | "unlimited";
            readonly can_extend_character_limit: boolean;
            /** @deprecated */
            readonly allowed_to_extend_character_limit: boolean;
            /** @description When the count falls back, in seconds since 1970. */
            readonly next_character_count_reset_unix?: number | null;
            readonly voice_slots_used: number;
            readonly professional_voice_slots_used: number;
            readonly professional_voice_slots_used_in_workspace: number;
            readonly voice_limit: number;
            readonly max_voice_add_edits?: number | null;
            readonly voice_add_edit_counter: number;
            readonly professional_voice_limit: number;
            readonly can_extend_voice_limit: boolean;
            readonly can_use_instant_voice_cloning: boolean;
            readonly can_use_professional_voice_cloning: boolean;
            /** @description The currency that the plan is paid in. */
            readonly currency?: components["schemas"]["Currency"] | null;
            readonly current_overage: components["schemas"]["Price"];
            /** @enum {string} */
            readonly status: "trialing" | "active" | "incomplete" | "past_due" | "free" | "free_disabled" | (string & {});
            readonly billing_period?: components["schemas"]["Period"] | null;
            readonly character_refresh_period?: components["schemas"]["Period"] | null;
            /** @description What the next invoice would be. A forecast. */
            readonly next_invoice?: components["schemas"]["Invoice"] | null;
            readonly open_invoices: readonly components["schemas"]["Invoice"][];
            readonly has_open_invoices: boolean;
            /** @description A change of plan, or its end, that is to come. */
            readonly pending_change?: {
                readonly [key: string]: unknown;
            } | null;
            readonly has_used_starter_coupon_on_account?: boolean | null;
            readonly has_used_creator_coupon_on_account?: boolean | null;
            readonly is_eligible_for_starter_promo?: boolean | null;
        };
        /** @enum {string} */
        readonly Currency: "usd" | "eur" | "inr" | "pln" | "gbp" | (string & {});
        /** @enum {string} */
        readonly Period: "monthly_period" | "3_month_period" | "6_month_period" | "annual_period" | (string & {});
        readonly Price: {
            /** @description What usage beyond the limit costs so far. */
            readonly amount: string;
            readonly currency: components["schemas"]["Currency"];
        };
        readonly Invoice: {
            readonly amount_due_cents: number;
            readonly subtotal_cents?: number | null;
            readonly tax_cents?: number | null;
            /** @deprecated */
            readonly discount_percent_off?: number | null;
            /** @deprecated */
            readonly discount_amount_off?: number | null;
            readonly discounts: readonly {
                readonly discount_percent_off?: number | null;
                readonly discount_amount_off?: number | null;
            }[];
            /** @description Seconds since 1970; -1 where no attempt is planned. */
            readonly next_payment_attempt_unix: number;
            /** @deprecated */
            readonly payment_intent_status?: string | null;
            readonly payment_intent_statusses: readonly ("canceled" | "processing" | "requires_action" | "requires_capture" | "requires_confirmation" | "requires_payment_method" | "succeeded")[];
        };
        readonly ValidationErrorReply: {
            readonly detail?: readonly {
                readonly loc?: readonly (string | number)[];
                readonly msg?: string;
                readonly type?: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaSubscription = components['schemas']['Subscription'];
export type SchemaCurrency = components['schemas']['Currency'];
export type SchemaPeriod = components['schemas']['Period'];
export type SchemaPrice = components['schemas']['Price'];
export type SchemaInvoice = components['schemas']['Invoice'];
export type SchemaValidationErrorReply = components['schemas']['ValidationErrorReply'];
export type $defs = Record<string, never>;
export interface operations {
    readonly Get_user_subscription_info_v1_user_subscription_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The plan. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description The request is malformed. */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ValidationErrorReply"];
                };
            };
        };
    };
}

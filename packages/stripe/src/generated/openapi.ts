// Generated from specs/stripe/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/stripe/overlay.yaml.

export interface paths {
    readonly "/v1/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of the account behind the key
         * @description With a test key it is the balance of the test mode, which is no money.
         */
        readonly get: operations["GetBalance"];
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
        /** @description Amounts are whole numbers in the minor unit that Stripe uses for the currency; below zero is possible. */
        readonly balance: {
            /** @enum {string} */
            readonly object: "balance" | (string & {});
            /** @description False for the test mode, whose amounts are no money. */
            readonly livemode: boolean;
            /** @description What can be paid out or transferred now, by currency. */
            readonly available: readonly components["schemas"]["balance_amount"][];
            /** @description Earned and not available yet, by currency. */
            readonly pending: readonly components["schemas"]["balance_amount"][];
            /** @description Held against negative balances of connected accounts, by currency. Platforms alone have it. */
            readonly connect_reserved?: readonly components["schemas"]["balance_amount"][];
            /** @description What an instant payout can take, by currency. It overlaps with the other lists. */
            readonly instant_available?: readonly components["schemas"]["balance_amount_net"][];
            readonly issuing?: components["schemas"]["balance_detail"];
            readonly refund_and_dispute_prefunding?: components["schemas"]["balance_detail_ungated"];
        };
        readonly balance_amount: {
            readonly amount: number;
            /** @description ISO 4217 code in lower case. */
            readonly currency: string;
            readonly source_types?: components["schemas"]["balance_amount_by_source_type"];
        };
        readonly balance_amount_net: {
            readonly amount: number;
            /** @description ISO 4217 code in lower case. */
            readonly currency: string;
            /** @description The same, less fees, by where it can go. */
            readonly net_available?: readonly components["schemas"]["balance_net_available"][];
            readonly source_types?: components["schemas"]["balance_amount_by_source_type"];
        };
        /** @description The amount beside it, split by how it was paid. */
        readonly balance_amount_by_source_type: {
            /** @description Older bank debits of the United States. */
            readonly bank_account?: number;
            /** @description Most ways of paying, cards among them. */
            readonly card?: number;
            /** @description FPX of Malaysia. */
            readonly fpx?: number;
        };
        readonly balance_net_available: {
            readonly amount: number;
            /** @description Id of the external account. */
            readonly destination: string;
            readonly source_types?: components["schemas"]["balance_amount_by_source_type"];
        };
        /** @description Funds for cards that are issued, a pot of its own. */
        readonly balance_detail: {
            readonly available: readonly components["schemas"]["balance_amount"][];
        };
        /** @description Funds for refunds and disputes to come, a pot of its own. */
        readonly balance_detail_ungated: {
            readonly available: readonly components["schemas"]["balance_amount"][];
            readonly pending: readonly components["schemas"]["balance_amount"][];
        };
        readonly error: {
            readonly error: components["schemas"]["api_errors"];
        };
        readonly api_errors: {
            /** @enum {string} */
            readonly type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error" | (string & {});
            /** @description A word that says more than the type. Often absent. */
            readonly code?: string;
            readonly message?: string;
            readonly param?: string;
            /** @description Address of the page about the code. */
            readonly doc_url?: string;
            readonly request_log_url?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaBalance = components['schemas']['balance'];
export type SchemaBalanceAmount = components['schemas']['balance_amount'];
export type SchemaBalanceAmountNet = components['schemas']['balance_amount_net'];
export type SchemaBalanceAmountBySourceType = components['schemas']['balance_amount_by_source_type'];
export type SchemaBalanceNetAvailable = components['schemas']['balance_net_available'];
export type SchemaBalanceDetail = components['schemas']['balance_detail'];
export type SchemaBalanceDetailUngated = components['schemas']['balance_detail_ungated'];
export type SchemaError = components['schemas']['error'];
export type SchemaApiErrors = components['schemas']['api_errors'];
export type $defs = Record<string, never>;
export interface operations {
    readonly GetBalance: {
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
                    readonly "application/json": components["schemas"]["balance"];
                };
            };
            /** @description Any refusal. */
            readonly default: {
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

// Generated from specs/xai/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/xai/overlay.yaml.

export interface paths {
    readonly "/v1/billing/teams/{team_id}/prepaid/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read what a team has paid in advance, and every change of it
         * @description A ledger of what is posted. Usage is posted when the month of billing closes. No paging is documented, so the reply grows with the history of the team. The page names no id of the operation; this one is ours.
         */
        readonly get: operations["getPrepaidBalance"];
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
        readonly PrepaidBalanceReply: {
            /** @description Everything that moved the balance, with top-ups that failed. */
            readonly changes?: readonly components["schemas"]["PrepaidBalanceChange"][];
            readonly total?: components["schemas"]["Cents"];
        };
        readonly Cents: {
            /**
             * Format: int64
             * @description Whole US cents as text. Credit of the team is negative, a debt positive. A zero may be left out.
             */
            readonly val?: string;
        };
        readonly PrepaidBalanceChange: {
            readonly teamId?: string;
            /**
             * @description What moved the balance. Amounts of purchases and refunds are negative, of spending positive, of a manual change either.
             * @enum {string}
             */
            readonly changeOrigin?: "INVALID_ORIGIN" | "PURCHASE" | "AUTO_PURCHASE" | "REFUND" | "SPEND" | "MANUAL" | (string & {});
            /**
             * @description How far a purchase has come. One name is misspelt by xAI.
             * @enum {string}
             */
            readonly topupStatus?: "INVALID_STATUS" | "TO_GENERATE_INVOICE" | "FAILED_TO_GEMNERATE_INVOICE" | "TO_CHARGE" | "FAILED_TO_CHARGE" | "SUCCEEDED" | (string & {});
            readonly amount?: components["schemas"]["Cents"];
            readonly invoiceId?: string;
            readonly invoiceNumber?: string;
            /**
             * Format: date-time
             * @description Null where the change is spending.
             */
            readonly createTime?: string | null;
            /** Format: date-time */
            readonly createTs?: string;
            /** @description Year of the month of billing that was spent in. */
            readonly spendBpKeyYear?: number;
            /** @description That month, 1 to 12. */
            readonly spendBpKeyMonth?: number;
            readonly paymentProcessor?: {
                readonly kind?: string;
                readonly externalParty?: string;
                readonly externalInvoiceId?: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaPrepaidBalanceReply = components['schemas']['PrepaidBalanceReply'];
export type SchemaCents = components['schemas']['Cents'];
export type SchemaPrepaidBalanceChange = components['schemas']['PrepaidBalanceChange'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getPrepaidBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The team's UUID, as it stands in the address of the console. */
                readonly team_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The ledger of the team. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrepaidBalanceReply"];
                };
            };
        };
    };
}

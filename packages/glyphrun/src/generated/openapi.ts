// Generated from specs/glyphrun/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/glyphrun/overlay.yaml.

export interface paths {
    readonly "/wallet/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the wallet of the user behind the token
         * @description The balance moves as runs start and end. A user may ask 100 times a minute.
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
        readonly WalletBalanceReply: {
            readonly wallet?: components["schemas"]["Wallet"];
        };
        /** @description Amounts are JSON numbers in USDC. `balance` is `availableBalance` plus `totalLocked`. The page does not say which fields are always there. */
        readonly Wallet: {
            /** @description The Privy id of the user, such as did:privy:abc123. */
            readonly userId?: string;
            /** @description Address on Base, 0x and 40 hexadecimal digits. */
            readonly walletAddress?: string;
            /** @description All that is in the wallet, the locked part included. */
            readonly balance?: number;
            /** @description What runs can be paid with now. A spending limit of the user, which the reply does not hold, may be lower. */
            readonly availableBalance?: number;
            /** @description Amount locked for each run that has not ended, by the id of the run. Empty when none is under way. */
            readonly pendingLocks?: {
                readonly [key: string]: number;
            };
            /** @description Sum of `pendingLocks`. A run that succeeds takes its part, one that fails gives it back. */
            readonly totalLocked?: number;
            /** @description Paid in since the wallet exists. */
            readonly totalDeposited?: number;
            /** @description Spent since the wallet exists. Withdrawals are not in it. */
            readonly totalSpent?: number;
        };
        readonly ErrorReply: {
            /** @description What went wrong, in words. */
            readonly error: string;
            /** @description A word such as NOT_FOUND; often absent. */
            readonly code?: string;
            readonly details?: {
                readonly [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaWalletBalanceReply = components['schemas']['WalletBalanceReply'];
export type SchemaWallet = components['schemas']['Wallet'];
export type SchemaErrorReply = components['schemas']['ErrorReply'];
export type $defs = Record<string, never>;
export interface operations {
    readonly getWalletBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The wallet. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WalletBalanceReply"];
                };
            };
            /** @description The token is missing, wrong or expired. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The user has no wallet. */
            readonly 404: {
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

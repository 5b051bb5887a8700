// Generated from specs/bytenite/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/bytenite/overlay.yaml.

export interface paths {
    readonly "/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the balance of the wallet behind the token
         * @description One wallet per account; there is nothing to choose.
         */
        readonly get: operations["Wallet_GetBalance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/access_token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Exchange an API key for an access token
         * @description The request carries no credential but the key in its body.
         */
        readonly post: operations["Auth_RequestAccessToken"];
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
        /** @description The two balances are in ByteChips, the amount due is in US dollars. Any field may be missing. */
        readonly walletGetBalanceResponse: {
            /** @description Id of the wallet account; not the user id. */
            readonly accountId?: string;
            /**
             * Format: double
             * @description ByteChips, the reserved ones included.
             */
            readonly totalBalance?: number;
            /**
             * Format: double
             * @description ByteChips that can be spent now: `totalBalance` less what is reserved.
             */
            readonly availableBalance?: number;
            /**
             * Format: double
             * @description US dollars that will be charged when the billing period ends. Not in ByteChips: never subtract it from the balances.
             */
            readonly amountDue?: number;
        };
        /** @description An error of the gateway in front of the service. */
        readonly rpcStatus: {
            /**
             * Format: int32
             * @description A gRPC code, not the HTTP status: 16 for 401, 7 for 403, 5 for 404, 3 for 400, 8 for 429, 13 for 500, 14 for 503.
             */
            readonly code?: number;
            readonly message?: string;
            readonly details?: readonly components["schemas"]["protobufAny"][];
        };
        readonly protobufAny: {
            readonly "@type"?: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly authAccessTokenRequest: {
            /** @description The API key. It can be revoked and has an end of its own. */
            readonly apiKey: string;
        };
        readonly authAccessTokenResponse: {
            /** @description The access token, sent as it is in the header Authorization. */
            readonly token?: string;
            /**
             * Format: int64
             * @description Seconds until the token ends, in a string. There is no refresh; exchange the key again.
             */
            readonly expiresIn?: string;
            readonly scope?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaWalletGetBalanceResponse = components['schemas']['walletGetBalanceResponse'];
export type SchemaRpcStatus = components['schemas']['rpcStatus'];
export type SchemaProtobufAny = components['schemas']['protobufAny'];
export type SchemaAuthAccessTokenRequest = components['schemas']['authAccessTokenRequest'];
export type SchemaAuthAccessTokenResponse = components['schemas']['authAccessTokenResponse'];
export type $defs = Record<string, never>;
export interface operations {
    readonly Wallet_GetBalance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balance of the wallet. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["walletGetBalanceResponse"];
                    readonly "application/x-protobuf": components["schemas"]["walletGetBalanceResponse"];
                };
            };
            /** @description The request is malformed. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                    readonly "application/x-protobuf": unknown;
                };
            };
            /** @description The access token is missing, wrong or expired. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                    readonly "application/x-protobuf": unknown;
                };
            };
            /** @description The account may not read this wallet. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                    readonly "application/x-protobuf": unknown;
                };
            };
            /** @description There is no wallet. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                    readonly "application/x-protobuf": unknown;
                };
            };
            /** @description An error inside ByteNite. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                    readonly "application/x-protobuf": unknown;
                };
            };
            /** @description ByteNite cannot answer now. Worth another try later. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                    readonly "application/x-protobuf": unknown;
                };
            };
            /** @description Any other failure. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["rpcStatus"];
                    readonly "application/x-protobuf": components["schemas"]["rpcStatus"];
                };
            };
        };
    };
    readonly Auth_RequestAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["authAccessTokenRequest"];
            };
        };
        readonly responses: {
            /** @description A new access token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["authAccessTokenResponse"];
                };
            };
            /** @description The request is malformed. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description The API key is wrong, revoked or expired. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description The account may not have a token. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description There is no such account. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description An error inside ByteNite. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description ByteNite cannot answer now. Worth another try later. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description Any other failure. */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["rpcStatus"];
                };
            };
        };
    };
}

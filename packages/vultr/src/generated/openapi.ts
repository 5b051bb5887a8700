// Generated from specs/vultr/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/vultr/overlay.yaml.

export interface paths {
    readonly "/account": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the account of the user behind the key
         * @description An address may send 30 requests a second.
         */
        readonly get: operations["get-account"];
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
        readonly "account-reply": {
            readonly account?: components["schemas"]["account"];
        };
        readonly account: {
            /** @description Name of the user. */
            readonly name?: string;
            /** @description Address of the user. */
            readonly email?: string;
            /** @description What the user may do. */
            readonly acls?: readonly string[];
            /** @description What is owed or left, without the charges of this month. */
            readonly balance?: number | string;
            /** @description Charges of this month that are not billed yet; they are not in `balance`. */
            readonly pending_charges?: number | string;
            /** @description When was last paid. */
            readonly last_payment_date?: string;
            /** @description What was last paid; a payment is negative. */
            readonly last_payment_amount?: number | string;
        };
        readonly error: {
            /** @description What went wrong, in words. */
            readonly error?: string;
            /** @description The HTTP status once more. */
            readonly status?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaAccountReply = components['schemas']['account-reply'];
export type SchemaAccount = components['schemas']['account'];
export type SchemaError = components['schemas']['error'];
export type $defs = Record<string, never>;
export interface operations {
    readonly "get-account": {
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
                    readonly "application/json": components["schemas"]["account-reply"];
                };
            };
            /** @description The key is wrong, or may not be used from this address. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["error"];
                };
            };
            /** @description The user may not do this. */
            readonly 403: {
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
        };
    };
}

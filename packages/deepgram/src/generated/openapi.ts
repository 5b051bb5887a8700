// Generated from specs/deepgram/openapi and its overlay by `pnpm generate`. Do not edit:
// a wrong type is mended in specs/deepgram/overlay.yaml.

export interface paths {
    readonly "/v1/projects/{project_id}/balances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List what is left of each purchase or grant of a project */
        readonly get: operations["listProjectBalances"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{project_id}/purchases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** List the orders of a project, as they were bought */
        readonly get: operations["listProjectPurchases"];
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
        readonly ListProjectBalancesV1Response: {
            readonly balances?: readonly {
                readonly balance_id?: string;
                /**
                 * Format: double
                 * @description What is left.
                 */
                readonly amount?: number;
                /** @description What the amount is counted in, such as USD. */
                readonly units?: string;
                /** @description The order that it came from. */
                readonly purchase_order_id?: string;
            }[];
        };
        readonly ListProjectPurchasesV1Response: {
            readonly orders?: readonly {
                /** Format: uuid */
                readonly order_id?: string;
                readonly expiration?: string;
                readonly created?: string;
                /**
                 * Format: double
                 * @description What was bought.
                 */
                readonly amount?: number;
                readonly units?: string;
                readonly order_type?: string;
            }[];
        };
        /** @description One of three shapes. */
        readonly ErrorResponse: string | {
            readonly err_code?: string;
            readonly err_msg?: string;
            readonly request_id?: string;
        } | {
            readonly category: string;
            readonly message?: string;
            readonly details?: string;
            readonly request_id?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SchemaListProjectBalancesV1Response = components['schemas']['ListProjectBalancesV1Response'];
export type SchemaListProjectPurchasesV1Response = components['schemas']['ListProjectPurchasesV1Response'];
export type SchemaErrorResponse = components['schemas']['ErrorResponse'];
export type $defs = Record<string, never>;
export interface operations {
    readonly listProjectBalances: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of the project, a UUID. */
                readonly project_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balances that are not used up. No paging is described. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListProjectBalancesV1Response"];
                };
            };
            /** @description The request is refused. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    readonly listProjectPurchases: {
        readonly parameters: {
            readonly query?: {
                /** @description How many orders are listed, 1 to 1000. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of the project, a UUID. */
                readonly project_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The orders. No second page is described. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListProjectPurchasesV1Response"];
                };
            };
            /** @description The request is refused. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
}

import {
  checkCredential,
  createTransport,
  createVendorClient,
  describeProblem,
  isBalanceError,
  resolveCredential,
  textAt,
  type BalanceError,
  type BalanceErrorCode,
  type ClientDefaults,
  type ClientOptions,
  type Credential,
  type Problem,
  type Reply,
  type VendorClient,
  type TransportRules,
  type VendorRules,
} from "../src/index.ts";

/** What openapi-typescript would write of a vendor with two reads. */
export interface AcmePaths {
  "/balance": {
    get: {
      parameters: { query?: { expand?: string }; path?: never; header?: never };
      responses: { 200: { content: { "application/json": { readonly balance?: string } } } };
    };
    put: { responses: { 200: { content: { "application/json": string } } } };
  };
  "/transfers": {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: { "application/json": { readonly amount: string; readonly tags?: readonly string[] } };
      };
      responses: { 201: { content: { "application/json": { readonly ids: readonly string[] } } } };
    };
    delete: { responses: { 204: { content?: never } } };
  };
  "/wallets/{id}/balance": {
    get: {
      parameters: { query?: never; path: { id: string } };
      responses: { 200: { content: { "application/json": { readonly balance?: string } } } };
    };
  };
}

const acmeKey = "acme_live_7f3a9c2e51d8b604";

const codes: Readonly<Record<string, BalanceErrorCode>> = {
  4001: "unauthenticated",
  4005: "replayed",
  4013: "clock_skew",
  6004: "rate_limited",
};

/** Reads failures inside a 200 the way two of the vendors send them: a code other than 1000, or an `error`. */
export function readAcmeProblem({ status, body }: Reply): Problem | undefined {
  const vendorCode = textAt(body, "statusCode") ?? textAt(body, "code");
  const message = textAt(body, "message") ?? textAt(body, "error");
  const known = vendorCode === undefined ? undefined : codes[vendorCode];
  const failedInside = status === 200 && (message !== undefined || (vendorCode ?? "1000") !== "1000");
  const code = known ?? (failedInside ? "vendor_error" : undefined);
  return describeProblem(status, { code, vendorCode, message });
}

export interface AcmeOptions extends ClientOptions, ClientDefaults {
  readonly apiKey?: Credential;
  readonly rules?: Partial<TransportRules>;
}

/** What the vendor's overlay would mark as reads. */
export const acmeReads: readonly string[] = ["GET /balance", "GET /wallets/{id}/balance"];

/** A client of the vendor of these tests. */
export function createAcmeClient({
  apiKey = acmeKey,
  rules,
  ...options
}: AcmeOptions): VendorClient<AcmePaths> {
  checkCredential("acme", "apiKey", apiKey);
  const authorize: VendorRules["authorize"] = async ({ headers }) => {
    headers["authorization"] = `Bearer ${await resolveCredential("acme", "apiKey", apiKey)}`;
  };
  const known = {
    vendor: "acme",
    baseUrl: "https://api.acme.example/v1",
    reads: acmeReads,
    authorize,
    readProblem: readAcmeProblem,
    ...rules,
  };
  return createVendorClient((own: ClientOptions) => createTransport<AcmePaths>(known, own), options);
}

/** The error a call rejects with; fails when it does not reject, or with anything else. */
export async function failureOf(call: Promise<unknown> | (() => unknown)): Promise<BalanceError> {
  try {
    await (typeof call === "function" ? call() : call);
  } catch (error) {
    if (isBalanceError(error)) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

import { expectTypeOf } from "vitest";
import type {
  BalanceErrorCode,
  ClientOptions,
  GetPath,
  ParametersRule,
  SuccessBody,
  VendorClient,
  WriteParameters,
} from "../src/index.ts";
import type { AcmePaths } from "./acme.ts";

// Checked by `pnpm test`; nothing here runs.
declare const client: VendorClient<AcmePaths>;

expectTypeOf<GetPath<AcmePaths>>().toEqualTypeOf<"/balance" | "/wallets/{id}/balance">();
expectTypeOf<SuccessBody<AcmePaths["/balance"]["get"]>>().toEqualTypeOf<{ readonly balance?: string }>();
expectTypeOf<keyof VendorClient<AcmePaths>>().toEqualTypeOf<"GET">();

const json = client.GET("/balance");
expectTypeOf(json).resolves.toHaveProperty("data").toEqualTypeOf<{ readonly balance?: string }>();
expectTypeOf(json).resolves.toHaveProperty("response").toEqualTypeOf<Response>();
const text = client.GET("/balance", { parseAs: "text", signal: undefined });
expectTypeOf(text).resolves.toHaveProperty("data").toEqualTypeOf<string>();

void client.GET("/balance", { params: { query: { expand: "all" } } });
void client.GET("/wallets/{id}/balance", { params: { path: { id: "wallet_1" } } });

// @ts-expect-error a path without a GET
void client.GET("/nothing");
// @ts-expect-error the id is required
void client.GET("/wallets/{id}/balance");
// @ts-expect-error the id is a text
void client.GET("/wallets/{id}/balance", { params: { path: { id: 7 } } });
// @ts-expect-error a query parameter that is not described
void client.GET("/balance", { params: { query: { other: "1" } } });
// @ts-expect-error a call goes through the client's own fetch
void client.GET("/balance", { fetch: globalThis.fetch });
// @ts-expect-error a call goes to the client's own address
void client.GET("/balance", { baseUrl: "https://elsewhere.example" });
// @ts-expect-error a call brings no request class
void client.GET("/balance", { Request });
// @ts-expect-error a call brings no middleware
void client.GET("/balance", { middleware: [] });
// @ts-expect-error neither does the client
void client.use;
// @ts-expect-error nor does it give one up
void client.eject;
// @ts-expect-error a body is read as JSON or as text
void client.GET("/balance", { parseAs: "blob" });

expectTypeOf<{ rejectUnauthorized: boolean }>().not.toExtend<ClientOptions>();
expectTypeOf<"tls">().toExtend<BalanceErrorCode>();
expectTypeOf<"oops">().not.toExtend<BalanceErrorCode>();

// Who has parameters in a path or a query brings what writes them; who has none need not.
interface Plain {
  "/balance": {
    get: {
      parameters: { query?: never; path?: never };
      responses: { 200: { content: { "application/json": string } } };
    };
  };
}
expectTypeOf<ParametersRule<Plain>>().toBeUnknown();
expectTypeOf<ParametersRule<AcmePaths>>().toEqualTypeOf<{ readonly parameters: WriteParameters }>();

// A required query parameter makes `params` required.
interface Searched {
  "/search": {
    get: {
      parameters: { query: { q: string }; path?: never };
      responses: { 200: { content: { "application/json": readonly string[] } } };
    };
  };
}
declare const searched: VendorClient<Searched>;
void searched.GET("/search", { params: { query: { q: "a" } } });
// @ts-expect-error `q` is required
void searched.GET("/search");

import { wrapAsPathBasedClient, type Client, type PathBasedClient } from "openapi-fetch";
import { expectTypeOf } from "vitest";
import type {
  BalanceErrorCode,
  ClientOptions,
  ReadingClient,
  ReadPath,
  SuccessBody,
  VendorClient,
} from "../src/index.ts";
import type { AcmePaths } from "./acme.ts";

// Checked by `pnpm test`; nothing here runs.
declare const client: VendorClient<AcmePaths>;

expectTypeOf<ReadPath<AcmePaths>>().toEqualTypeOf<"/balance" | "/wallets/{id}/balance">();
expectTypeOf<SuccessBody<AcmePaths["/balance"]["get"]>>().toEqualTypeOf<{ readonly balance?: string }>();

// It is openapi-fetch's own client, for whatever is made for one.
expectTypeOf<VendorClient<AcmePaths>>().toExtend<Client<AcmePaths>>();
expectTypeOf<VendorClient<AcmePaths>>().toExtend<ReadingClient<AcmePaths>>();
expectTypeOf(wrapAsPathBasedClient<AcmePaths>(client)).toEqualTypeOf<PathBasedClient<AcmePaths>>();
expectTypeOf<keyof VendorClient<AcmePaths>>().toEqualTypeOf<keyof Client<AcmePaths>>();

const json = client.GET("/balance");
expectTypeOf(json).resolves.toHaveProperty("data").toEqualTypeOf<{ readonly balance?: string }>();
expectTypeOf(json).resolves.toHaveProperty("response").toEqualTypeOf<Response>();
expectTypeOf(json).resolves.not.toHaveProperty("error");
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
void client.GET("/balance", {
  signal: null,
  baseUrl: "https://api.acme.example/v2",
  headers: { "x-plan": "a", "x-page": 1, accept: null },
  fetch: async () => Response.json({}),
  middleware: [{ onRequest: ({ request }) => request }],
  querySerializer: { array: { style: "form", explode: false } },
  pathSerializer: (path) => path,
});
// @ts-expect-error a form that no reply has
void client.GET("/balance", { parseAs: "xml" });
expectTypeOf(client.GET("/balance", { parseAs: "blob" }))
  .resolves.toHaveProperty("data")
  .toEqualTypeOf<Blob>();

const made = client.POST("/transfers", { body: { amount: "5.00", tags: ["a"] } });
expectTypeOf(made).resolves.toHaveProperty("data").toEqualTypeOf<{ readonly ids: readonly string[] }>();
// @ts-expect-error the body is required
void client.POST("/transfers");
// @ts-expect-error an amount is a text
void client.POST("/transfers", { body: { amount: 5 } });
// @ts-expect-error a path without a POST
void client.POST("/balance");
expectTypeOf(client.DELETE("/transfers")).resolves.toHaveProperty("data").toEqualTypeOf<undefined>();
expectTypeOf(client.request("get", "/balance"))
  .resolves.toHaveProperty("data")
  .toEqualTypeOf<{ readonly balance?: string }>();

// A read-only array of a reply can be walked, which openapi-fetch's own type takes from it.
for (const id of (await made).data.ids) expectTypeOf(id).toEqualTypeOf<string>();

expectTypeOf<{ rejectUnauthorized: boolean }>().not.toExtend<ClientOptions>();
expectTypeOf<"tls">().toExtend<BalanceErrorCode>();
expectTypeOf<"oops">().not.toExtend<BalanceErrorCode>();

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

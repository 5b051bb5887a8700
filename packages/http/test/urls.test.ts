import { replyJson, startFaultServer } from "@openbalance/testing";
import { createQuerySerializer } from "openapi-fetch";
import { afterEach, expect, it, vi } from "vitest";
import { isBalanceError, type OutgoingRequest } from "../src/index.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function configErrorOf(baseUrl: unknown): string {
  try {
    createAcmeClient({ baseUrl: baseUrl as string });
  } catch (error) {
    if (isBalanceError(error) && error.code === "config") return error.message;
    throw error;
  }
  throw new Error("the base URL was accepted");
}

it.each([
  ["http beyond loopback", "http://api.acme.example"],
  ["http on a name that begins like loopback", "http://127.0.0.1.acme.example"],
  ["http on a name that ends like loopback", "http://acme.localhost.example"],
])("[row 51] refuses %s", (_, baseUrl) => {
  expect(configErrorOf(baseUrl)).toBe(
    "acme: `baseUrl` must be https://host/path, without user name, password, query or fragment; http is accepted for loopback addresses only",
  );
});

it.each(["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080", "http://127.1"])(
  "[row 51] takes %s, which is loopback",
  async (baseUrl) => {
    const fetch = scriptedFetch({});
    expect((await createAcmeClient({ baseUrl, fetch }).GET("/balance")).response.status).toBe(200);
  },
);

it.each([
  "https://user:hunter22@api.acme.example",
  "https://hunter22@api.acme.example",
  "https://api.acme.example/v1?key=hunter22",
  "https://api.acme.example/v1#hunter22",
  "https://api.acme.example/?",
  "file:///etc/hunter22",
  "javascript:hunter22",
  "ftp://hunter22.example",
  "api.acme.example/hunter22",
  "//api.acme.example/hunter22",
  "https://",
  "",
  " ",
  null,
  42,
  {},
])("[row 52] refuses the base URL %j without repeating it", (baseUrl) => {
  const message = configErrorOf(baseUrl);
  expect(message).toMatch(/^acme: `baseUrl` /);
  expect(message).not.toContain("hunter22");
});

it.each(["https://api.acme.example/v1", "https://api.acme.example/v1/", "https://api.acme.example/v1///"])(
  "[row 52] reads %s below /v1, with one slash",
  async (baseUrl) => {
    const fetch = scriptedFetch({});
    await createAcmeClient({ baseUrl, fetch }).GET("/balance");
    expect(fetch.calls[0]?.url).toBe("https://api.acme.example/v1/balance");
  },
);

it.each([
  ["a/b", "a%2Fb"],
  ["a?b", "a%3Fb"],
  ["a#b", "a%23b"],
  ["100%", "100%25"],
  ["\\", "%5C"],
  ["a/../../b", "a%2F..%2F..%2Fb"],
  ["..%2f..", "..%252f.."],
  ["ключ 1", "%D0%BA%D0%BB%D1%8E%D1%87%201"],
])("[row 53] sends the id %j as %s, below the base path", async (id, encoded) => {
  await using server = await startFaultServer(replyJson({}));
  const client = createAcmeClient({ baseUrl: `${server.url}/v1` });
  await client.GET("/wallets/{id}/balance", { params: { path: { id } } });
  expect(server.requests.map(({ rawUrl }) => rawUrl)).toEqual([`/v1/wallets/${encoded}/balance`]);
});

it.each([
  ["empty", ""],
  ["a dot", "."],
  ["two dots", ".."],
  ["two encoded dots", "%2e%2E"],
  ["a dot and an encoded one", ".%2e"],
  ["a line break", "a\r\nb"],
  ["a NUL", "a\0b"],
  ["half a surrogate pair", "a\ud800"],
  ["10 kB", "a".repeat(10_000)],
  ["257 characters", "a".repeat(257)],
  ["undefined", undefined],
  ["null", null],
  ["a number", 7],
  ["an object", { toString: () => "wallet" }],
])("[row 53] refuses an id that is %s, before any request", async (_, id) => {
  const fetch = scriptedFetch({});
  const call = createAcmeClient({ fetch }).GET("/wallets/{id}/balance", {
    params: { path: { id: id as string } },
  });
  const error = await failureOf(call);
  expect(error).toMatchObject({ code: "config", attempts: 0 });
  expect(error.message).toMatch(/^acme: `id` /);
  expect(fetch.calls).toHaveLength(0);
});

it("[row 53] names the id that is missing altogether", async () => {
  // @ts-expect-error the id is required
  const call = createAcmeClient({ fetch: scriptedFetch({}) }).GET("/wallets/{id}/balance");
  expect((await failureOf(call)).message).toBe("acme: `id` must be a non-empty string");
});

it.each([
  "/../admin",
  "/./balance",
  "/balance\\x",
  "/balance#x",
  "/bal ance",
  "/%2e%2e/admin",
  "/\t/balance",
  "/é",
])("refuses the path %j, which is not sent as it stands", async (path) => {
  const fetch = scriptedFetch({});
  expect((await failureOf(createAcmeClient({ fetch }).GET(path as "/balance"))).code).toBe("config");
  expect(fetch.calls).toHaveLength(0);
});

it("keeps a path that looks like another host on its own", async () => {
  const fetch = scriptedFetch({});
  await createAcmeClient({ fetch }).GET("//evil.example/balance" as "/balance");
  expect(fetch.calls[0]?.url).toBe("https://api.acme.example/v1//evil.example/balance");
});

it.each(["/wallets/{id", "/wallets/{id}}", "/wallets/{}", "/wallets/{id}/x}y", "/balance#"])(
  "refuses the template %s, which is not sent as it stands",
  async (template) => {
    const fetch = scriptedFetch({});
    const call = createAcmeClient({ fetch }).GET(template as "/wallets/{id}/balance", {
      params: { path: { id: "w" } },
    });
    expect((await failureOf(call)).code).toBe("config");
    expect(fetch.calls).toHaveLength(0);
  },
);

it("gives every attempt of every call a URL of its own to write on", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  let attempt = 0;
  const authorize = ({ url }: OutgoingRequest): void => url.searchParams.append("n", String((attempt += 1)));
  const fetch = scriptedFetch({ status: 503 }, {});
  const client = createAcmeClient({ fetch, rules: { authorize } });
  await client.GET("/balance");
  await client.GET("/balance");
  const base = "https://api.acme.example/v1/balance";
  expect(fetch.calls.map(({ url }) => url)).toEqual([`${base}?n=1`, `${base}?n=2`, `${base}?n=3`]);
});

it("sends another path by the same client after the first, each below the base path", async () => {
  const fetch = scriptedFetch({});
  const client = createAcmeClient({ fetch });
  for (const id of ["a", "b", "a"]) await client.GET("/wallets/{id}/balance", { params: { path: { id } } });
  await client.GET("/balance");
  const base = "https://api.acme.example/v1";
  const wallets = ["a", "b", "a"].map((id) => `${base}/wallets/${id}/balance`);
  expect(fetch.calls.map(({ url }) => url)).toEqual([...wallets, `${base}/balance`]);
});

it("encodes the value of a query parameter", async () => {
  const fetch = scriptedFetch({});
  await createAcmeClient({ fetch }).GET("/balance", { params: { query: { expand: "a&b=#c d" } } });
  expect(fetch.calls[0]?.url).toBe("https://api.acme.example/v1/balance?expand=a%26b%3D%23c%20d");
});

it.each<[string, object]>([
  ["texts, numbers and booleans", { from: "2026-11-22", limit: 5, expand: true }],
  ["lists", { id: ["a b", "c&d"], kind: [] }],
  ["objects", { filter: { currency: "USD", min: 1 } }],
  ["what is absent", { from: undefined, to: null, limit: 1 }],
  ["nothing at all", {}],
])("writes a query of %s as openapi-fetch does", async (_, query) => {
  const fetch = scriptedFetch({});
  await createAcmeClient({ fetch }).GET("/balance", { params: { query } });
  const written = createQuerySerializer()(query);
  expect(fetch.calls[0]?.url).toBe(
    new URL(`https://api.acme.example/v1/balance${written && `?${written}`}`).href,
  );
});

it.each<[string, object]>([
  ["a value with half a surrogate pair", { expand: "\ud800" }],
  ["a value of nested objects", { expand: { a: { b: 1 } } }],
  ["a name with a fragment in it", { "a#b": "c" }],
])("refuses a query with %s", async (_, query) => {
  const fetch = scriptedFetch({});
  const call = createAcmeClient({ fetch }).GET("/balance", { params: { query } });
  expect((await failureOf(call)).code).toBe("config");
  expect(fetch.calls).toHaveLength(0);
});

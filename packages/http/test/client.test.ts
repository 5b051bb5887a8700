import { createQuerySerializer, wrapAsPathBasedClient } from "openapi-fetch";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf, type AcmePaths } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const transfer = { body: { amount: "5.00" } };

describe("a client", () => {
  it("has every method of openapi-fetch's, and nothing of its own", () => {
    const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];
    const client = createAcmeClient({});
    expect(Object.keys(client).toSorted()).toEqual([...methods, "eject", "request", "use"]);
  });

  it("sends a body as JSON, with its credential", async () => {
    const fetch = scriptedFetch({ status: 201, body: { ids: ["t1"] } });
    const { data, response } = await createAcmeClient({ fetch }).POST("/transfers", transfer);
    expect([data, response.status, await response.text()]).toEqual([{ ids: ["t1"] }, 201, '{"ids":["t1"]}']);
    const { url, init } = fetch.calls[0] ?? {};
    expect([url, init?.method, init?.body]).toEqual([
      "https://api.acme.example/v1/transfers",
      "POST",
      '{"amount":"5.00"}',
    ]);
    const headers = new Headers(init?.headers);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("authorization")).toMatch(/^Bearer /);
  });

  it("gives an empty success of a method that asks for nothing", async () => {
    const fetch = scriptedFetch(() => new Response(null, { status: 204 }));
    const { data, response } = await createAcmeClient({ fetch }).DELETE("/transfers");
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  it("sends what is no marked read once, whatever comes of it", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    for (const answer of [{ status: 503 }, { status: 429 }, new TypeError("fetch failed")]) {
      const fetch = scriptedFetch(answer);
      const client = createAcmeClient({ fetch });
      await failureOf(client.POST("/transfers", transfer));
      // No description has it, so nothing says that it may be repeated.
      await failureOf(client.GET("/reports" as "/balance"));
      expect(fetch.calls).toHaveLength(2);
      await failureOf(client.GET("/wallets/{id}/balance", { params: { path: { id: "w/1" } } }));
      expect(fetch.calls).toHaveLength(5);
    }
  });

  it("renews a refused credential for the next call without sending this one again", async () => {
    const recover = vi.fn<() => boolean>(() => true);
    const fetch = scriptedFetch({ status: 401 });
    const client = createAcmeClient({ fetch, rules: { recover } });
    expect((await failureOf(client.POST("/transfers", transfer))).code).toBe("unauthenticated");
    expect([recover.mock.calls.length, fetch.calls.length]).toEqual([1, 1]);
  });

  it("can be asked by path, as openapi-fetch wraps it", async () => {
    const fetch = scriptedFetch({ body: { balance: "5.00" } });
    const wrapped = wrapAsPathBasedClient<AcmePaths>(createAcmeClient({ fetch }));
    expect((await wrapped["/balance"].GET()).data).toEqual({ balance: "5.00" });
  });

  it("gives the body in every form of openapi-fetch, and a response that can still be read as text", async () => {
    const fetch = scriptedFetch({ body: { balance: "5.00" } });
    const client = createAcmeClient({ fetch });
    const { data: blob } = await client.GET("/balance", { parseAs: "blob" });
    expect(await blob.text()).toBe('{"balance":"5.00"}');
    const { data: buffer, response } = await client.GET("/balance", { parseAs: "arrayBuffer" });
    expect(new TextDecoder().decode(buffer)).toBe('{"balance":"5.00"}');
    expect(await response.text()).toBe('{"balance":"5.00"}');
    const { data: stream } = await client.GET("/balance", { parseAs: "stream" });
    expect(await new Response(stream).text()).toBe('{"balance":"5.00"}');
  });
});

describe("the address of a call", () => {
  it("may be another of the same origin, and gets the credential", async () => {
    const fetch = scriptedFetch({});
    await createAcmeClient({ fetch }).GET("/balance", { baseUrl: "https://api.acme.example/v2/" });
    expect(fetch.calls[0]?.url).toBe("https://api.acme.example/v2/balance");
    expect(new Headers(fetch.calls[0]?.init.headers).has("authorization")).toBe(true);
  });

  it.each([
    ["another host", "https://evil.example/v1/balance"],
    ["another port", "https://api.acme.example:8443/v1/balance"],
    ["another scheme", "http://api.acme.example/v1/balance"],
    ["a user", "https://hunter22@api.acme.example/v1/balance"],
  ])("cannot be made one with %s by a middleware", async (_, url) => {
    const fetch = scriptedFetch({});
    const client = createAcmeClient({ fetch });
    // A platform's own Request takes no user in its URL.
    client.use({ onRequest: ({ request }) => Object.defineProperty(request, "url", { value: url }) });
    const error = await failureOf(client.GET("/balance"));
    expect(error).toMatchObject({ code: "config", message: expect.stringContaining("origin") });
    expect(error.message).not.toContain("hunter22");
    expect(fetch.calls).toHaveLength(0);
  });
});

describe("the fetch of a call", () => {
  it("is given a request without the credential, and its refusals are typed", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const [own, requests] = [scriptedFetch({}), [] as Request[]];
    const fetch = async (request: Request): Promise<Response> => {
      requests.push(request);
      return Response.json({ balance: "1.00" }, { status: requests.length === 1 ? 503 : 200 });
    };
    const recover = vi.fn<() => boolean>(() => true);
    const client = createAcmeClient({ fetch: own, rules: { recover } });
    expect((await client.GET("/balance", { fetch })).data).toEqual({ balance: "1.00" });
    expect(requests.map(({ url }) => url)).toEqual(Array(2).fill("https://api.acme.example/v1/balance"));
    for (const request of requests) {
      expect(request).toBeInstanceOf(Request);
      expect(Object.fromEntries(request.headers)).toEqual({ accept: "application/json" });
    }
    const refused = await failureOf(
      client.GET("/balance", { fetch: async () => Response.json({ message: "no" }, { status: 401 }) }),
    );
    expect(refused).toMatchObject({ code: "unauthenticated", vendorMessage: "no" });
    expect([own.calls.length, recover.mock.calls.length]).toEqual([0, 0]);
  });

  it("takes what a platform's fetch takes beside method, headers and body", async () => {
    const fetch = scriptedFetch({});
    await createAcmeClient({ fetch }).GET("/balance", { cache: "no-store", keepalive: true });
    expect(fetch.calls[0]?.init).toMatchObject({ cache: "no-store", keepalive: true, redirect: "manual" });
  });
});

describe("what a call writes", () => {
  it("is the headers of the client, of the call and of its parameters, later ones first", async () => {
    const fetch = scriptedFetch({});
    const client = createAcmeClient({ fetch, headers: { "x-plan": "a", "x-page": "1" } });
    const params = { header: { "x-page": 3 } } as {};
    await client.GET("/balance", { headers: { "x-page": 2, "x-list": ["a", "b"], accept: null }, params });
    const { accept, ...headers } = Object.fromEntries(new Headers(fetch.calls[0]?.init.headers));
    expect(accept).toBeUndefined();
    expect(headers).toMatchObject({ "x-plan": "a", "x-page": "3", "x-list": "a, b" });
  });

  it("has no content type where the client's headers take it away, and no body where it is undefined", async () => {
    const fetch = scriptedFetch({});
    const client = createAcmeClient({ fetch, headers: { "Content-Type": null, Accept: null } });
    await client.POST("/transfers", transfer);
    await client.GET("/balance", { body: undefined });
    const sent = fetch.calls.map(({ init }) => [Object.keys(Object(init.headers)), init.body]);
    expect(sent).toEqual([
      [["authorization"], '{"amount":"5.00"}'],
      [["authorization"], null],
    ]);
  });

  it("is a query by the serializer of the call, or of the client, or by openapi-fetch's", async () => {
    const fetch = scriptedFetch({});
    const array = { style: "form", explode: false } as const;
    const query = { id: ["a", "b"], filter: { min: 1 } } as {};
    const client = createAcmeClient({ fetch, querySerializer: { array } });
    const params = { query };
    await client.GET("/balance", { params });
    await client.GET("/balance", { params, querySerializer: { object: { style: "form", explode: true } } });
    await client.GET("/balance", { params, querySerializer: () => "?own=1" });
    await createAcmeClient({ fetch }).GET("/balance", { params });
    expect(fetch.calls.map(({ url }) => new URL(String(url)).search)).toEqual([
      "?id=a,b&filter[min]=1",
      "?id=a,b&min=1",
      "?own=1",
      `?${createQuerySerializer()(query)}`,
    ]);
  });

  it("is a body and a path by the serializers given", async () => {
    const fetch = scriptedFetch({});
    const client = createAcmeClient({ fetch, bodySerializer: (body) => `form:${JSON.stringify(body)}` });
    await client.POST("/transfers", transfer);
    await client.GET("/wallets/{id}/balance", {
      pathSerializer: (path) => path.replace("{id}", "any"),
      params: { path: { id: "w" } },
    });
    expect(fetch.calls[0]?.init.body).toBe('form:{"amount":"5.00"}');
    expect(fetch.calls[1]?.url).toBe("https://api.acme.example/v1/wallets/any/balance");
  });

  it.each<[string, string, object]>([
    ["path", "stay below the base URL", { pathSerializer: () => "https://hunter22.example/" }],
    ["path", "stay below the base URL", { pathSerializer: (path: string) => `${path}/../../hunter22` }],
    ["path", "the path of a call", { pathSerializer: "hunter22" }],
    ["query", "the query of a call", { querySerializer: () => "a=hunter22#b" }],
    ["query", "the query of a call", { querySerializer: "hunter22" }],
    ["query", "the query of a call", { params: { query: { a: { b: { hunter22: 1 } } } } }],
    ["body", "the body of a call", { body: { amount: 5n, hunter22: 1 } }],
    ["body", "the body of a call", { body: {}, bodySerializer: () => undefined }],
    [
      "body",
      "the body of a call",
      {
        body: {},
        bodySerializer: () => {
          throw new Error("hunter22");
        },
      },
    ],
  ])("is refused by name where a %s cannot be written: %s", async (_, words, options) => {
    const fetch = scriptedFetch({});
    const error = await failureOf(createAcmeClient({ fetch }).POST("/transfers", options as never));
    expect(error).toMatchObject({ code: "config", message: expect.stringContaining(words) });
    expect(error.message).not.toContain("hunter22");
    expect(fetch.calls).toHaveLength(0);
  });

  it.each([
    ["headers", { headers: { "x-a": "hunter22\r\nx-b: 1" } }],
    ["headers", { headers: null }],
  ])("is refused when the client is made with wrong %s", (name, options) => {
    const create = (): unknown => createAcmeClient(options as never);
    expect(create).toThrow(expect.objectContaining({ code: "config" }));
    expect(create).toThrow(name);
    expect(create).not.toThrow("hunter22");
  });
});

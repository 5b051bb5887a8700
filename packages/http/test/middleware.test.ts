import { getEventListeners } from "node:events";
import type { Middleware } from "openapi-fetch";
import { afterEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const secret = "acme_live_7f3a9c2e51d8b604";

it("sees request and response, and never the credential", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const seen: (Request | Response)[] = [];
  const errors: unknown[] = [];
  const watch: Middleware = {
    onRequest: ({ request }) => void seen.push(request.clone()),
    onResponse: ({ request, response }) => void seen.push(request, response.clone()),
    onError: ({ request, error }) => void (seen.push(request), errors.push(error)),
  };
  const fetch = scriptedFetch({ status: 503 }, { body: { ids: [] } }, { status: 403 });
  const client = createAcmeClient({ fetch });
  client.use(watch);
  await failureOf(client.POST("/transfers", { body: { amount: "5.00" } }));
  await client.GET("/balance");
  await failureOf(client.GET("/balance"));
  expect(seen).toHaveLength(7);
  for (const message of seen) {
    expect(message instanceof Request || message instanceof Response).toBe(true);
    expect(message.headers.has("authorization")).toBe(false);
    expect(JSON.stringify([...message.headers])).not.toContain(secret);
  }
  // As openapi-fetch's documentation reads a body.
  expect(await (seen[0] as Request).json()).toEqual({ amount: "5.00" });
  expect(errors).toEqual([
    expect.objectContaining({ code: "unavailable" }),
    expect.objectContaining({ code: "forbidden" }),
  ]);
  for (const { init } of fetch.calls) {
    expect(new Headers(init.headers).get("authorization")).toBe(`Bearer ${secret}`);
  }
});

it("changes a request by its headers, or by another one", async () => {
  const fetch = scriptedFetch({});
  const client = createAcmeClient({ fetch });
  client.use(
    { onRequest: ({ request }) => request.headers.set("x-plan", "a") },
    { onRequest: ({ request }) => new Request(`${request.url}?page=2`, request) },
  );
  await client.POST("/transfers", { body: { amount: "5.00" }, headers: { "x-page": "2" } });
  const { url, init } = fetch.calls[0] ?? {};
  expect([url, init?.method, init?.body]).toEqual([
    "https://api.acme.example/v1/transfers?page=2",
    "POST",
    '{"amount":"5.00"}',
  ]);
  expect(Object.fromEntries(new Headers(init?.headers))).toMatchObject({
    "x-plan": "a",
    "x-page": "2",
    "content-type": "application/json",
  });
});

it("sends a form as the platform writes it", async () => {
  const fetch = scriptedFetch({});
  const client = createAcmeClient({ fetch });
  const form = new FormData();
  form.set("amount", "5.00");
  const options = { body: { amount: "" }, bodySerializer: () => form };
  await client.POST("/transfers", options);
  client.use({ onRequest: () => undefined });
  await client.POST("/transfers", options);
  const sent = fetch.calls.map(({ init }) => new Response(init.body, { headers: init.headers ?? {} }));
  const amounts = await Promise.all(sent.map(async (one) => (await one.formData()).get("amount")));
  expect(amounts).toEqual(["5.00", "5.00"]);
});

it("answers in place of the vendor, and its refusal is typed", async () => {
  const fetch = scriptedFetch({});
  const client = createAcmeClient({ fetch });
  const answer = vi.fn<() => Response>(() => Response.json({ balance: "1.00" }));
  const middleware = [{ onRequest: answer }];
  const { data } = await client.GET("/balance", { middleware });
  expect([data, fetch.calls.length]).toEqual([{ balance: "1.00" }, 0]);
  answer.mockReturnValue(Response.json({ error: "no" }, { status: 404 }));
  const refused = await failureOf(client.GET("/balance", { middleware }));
  expect(refused).toMatchObject({ code: "not_found", httpStatus: 404, attempts: 0 });
  expect(refused.message).toBe("acme: GET /balance answered 404");
});

it("turns a reply into another, and an error into a reply or into an error of its own", async () => {
  const client = createAcmeClient({ fetch: scriptedFetch({ body: { balance: "1.00" } }, { status: 403 }) });
  const changing: Middleware = {
    onResponse: async ({ response }) => Response.json({ ...((await response.json()) as object), more: true }),
  };
  const changed = await client.GET("/balance", { middleware: [changing] });
  expect(changed.data).toEqual({ balance: "1.00", more: true });
  const mended = await client.GET("/balance", { middleware: [{ onError: () => Response.json({}) }] });
  expect(mended.data).toEqual({});
  const own = new Error("own");
  await expect(client.GET("/balance", { middleware: [{ onError: () => own }] })).rejects.toBe(own);
});

it("fails a call with what it throws, as it is", async () => {
  const own = new Error("own");
  const onRequest = (): never => {
    throw own;
  };
  const client = createAcmeClient({ fetch: scriptedFetch({}) });
  const middleware = { onRequest };
  client.use(middleware);
  await expect(client.GET("/balance")).rejects.toBe(own);
  client.eject(middleware);
  expect((await client.GET("/balance")).data).toEqual({});
});

it("sees the caller's signal, on which nothing is left", async () => {
  const { signal } = new AbortController();
  const signals: AbortSignal[] = [];
  const client = createAcmeClient({ fetch: scriptedFetch({}) });
  client.use({ onRequest: ({ request }) => void signals.push(request.signal) });
  for (let call = 0; call < 50; call += 1) await client.GET("/balance", { signal });
  expect(new Set(signals)).toEqual(new Set([signal]));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

it.each(["the caller's", "its own"])("cannot keep a call that is aborted by %s signal", async (whose) => {
  const [caller, own] = [new AbortController(), new AbortController()];
  const fetch = scriptedFetch(({ signal }) => {
    (whose === "its own" ? own : caller).abort();
    return new Promise((_resolve, reject) => {
      if (signal?.aborted) reject(new Error("aborted"));
    });
  });
  const client = createAcmeClient({ fetch });
  client.use({ onRequest: ({ request }) => new Request(request, { signal: own.signal }) });
  const error = await failureOf(client.GET("/balance", { signal: caller.signal }));
  expect(error.code).toBe("aborted");
});

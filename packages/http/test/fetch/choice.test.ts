import { afterEach, describe, expect, it, vi } from "vitest";
import { dispatchFetch } from "../../src/fetch/dispatch-fetch.ts";
import type { DispatchedRequest, DispatchHandler } from "../../src/fetch/node-dispatcher.ts";
import { platformFetch } from "../../src/fetch/node-fetch.ts";
import type { PlainFetch } from "../../src/fetch/plain-fetch.ts";
import { createAcmeClient } from "../acme.ts";

const symbol = Symbol.for("undici.globalDispatcher.1");
const nodes = dispatcherOfNode();

/** Node sets it when somebody first looks at one of fetch's classes. */
function dispatcherOfNode(): unknown {
  expect(Headers).toBeTypeOf("function");
  return Reflect.get(globalThis, symbol);
}

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.set(globalThis, symbol, nodes);
});

/** Answers every request with this text, in the form of undici's handlers. */
function dispatcherThatSays(text: string): {
  dispatch(asked: DispatchedRequest, handler: DispatchHandler): boolean;
} {
  return {
    dispatch(_asked, handler) {
      handler.onConnect(() => undefined);
      handler.onHeaders(200, ["Content-Type", "application/json"], () => undefined);
      handler.onData(new TextEncoder().encode(text));
      handler.onComplete();
      return true;
    },
  };
}

describe("the dispatcher", () => {
  it("is the one that the application has set", async () => {
    Reflect.set(globalThis, symbol, dispatcherThatSays('{"balance":"7"}'));
    const { data } = await createAcmeClient({}).GET("/balance");
    expect(data).toEqual({ balance: "7" });
  });

  it("is left alone when it has another shape", () => {
    Reflect.set(globalThis, symbol, { send: () => undefined });
    expect(platformFetch()).toBe(fetch);
    Reflect.set(globalThis, symbol, undefined);
    expect(platformFetch()).toBe(fetch);
  });

  it("fails a call with what it throws itself, as fetch does", async () => {
    const cause = new Error("no such thing");
    const dispatcher = {
      dispatch: () => {
        throw cause;
      },
    };
    const { signal } = new AbortController();
    const init = { method: "GET", headers: {}, signal, redirect: "manual" } as const;
    const call = dispatchFetch(dispatcher, fetch, "http://127.0.0.1/", init);
    await expect(call).rejects.toMatchObject({ name: "TypeError", message: "fetch failed", cause });
  });
});

describe("fetch", () => {
  it("is called when a test tool has replaced it, and no longer when it is back", async () => {
    const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json({ balance: "8" }));
    const { data } = await createAcmeClient({}).GET("/balance");
    expect(data).toEqual({ balance: "8" });
    expect(spy).toHaveBeenCalledOnce();
    spy.mockRestore();
    expect(platformFetch()).not.toBe(fetch);
  });

  it("is called when the caller gave it", async () => {
    const given = vi.fn<typeof fetch>(async () => Response.json({ balance: "9" }));
    await createAcmeClient({ fetch: given }).GET("/balance");
    expect(given).toHaveBeenCalledOnce();
  });

  it.each<[string, RequestInit & { readonly headers: Readonly<Record<string, string>> }]>([
    [
      "a form as the body",
      { headers: { "content-type": "text/plain" }, body: new URLSearchParams({ a: "1" }) },
    ],
    ["a text without a type", { headers: {}, body: "{}" }],
    ["an option of fetch's own", { headers: {}, cache: "no-store" }],
  ])("is asked to send %s", async (_name, init) => {
    const reply = Response.json({});
    const given = vi.fn<PlainFetch>(async () => reply);
    const { signal } = new AbortController();
    const whole = { ...init, method: "POST", signal, redirect: "manual" } as const;
    const dispatcher = dispatcherThatSays("never asked");
    expect(await dispatchFetch(dispatcher, given, "http://127.0.0.1/", whole)).toBe(reply);
    expect(given).toHaveBeenCalledWith("http://127.0.0.1/", whole);
  });
});

import type { ExchangeEvent } from "@openbalance/http";
import { replyJson, startFaultServer } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createOpenrouterClient } from "../src/index.ts";

const secret = "sk-or-v1-0123_s3cr3t";

it.each(["/credits", "/key"] as const)("asks for %s with the key alone", async (path) => {
  await using server = await startFaultServer(replyJson({ data: {} }));
  await createOpenrouterClient({ apiKey: secret, baseUrl: server.url }).GET(path);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "", rawUrl: path });
  expect(request?.headers["authorization"]).toBe(`Bearer ${secret}`);
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ data: {} }));
  await createOpenrouterClient({ apiKey: secret, fetch }).GET("/credits");
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(["https://openrouter.ai/api/v1/credits"]);
});

it("waits as long as a 429 asks and no less", async () => {
  const limited = {
    error: { code: 429, message: "Too many", metadata: { error_type: "rate_limit_exceeded" } },
  };
  await using server = await startFaultServer(
    replyJson(limited, { status: 429, headers: { "retry-after": "1" } }),
    replyJson({ data: {} }),
  );
  const events: ExchangeEvent[] = [];
  const observe = (event: ExchangeEvent): void => void events.push(event);
  await createOpenrouterClient({ apiKey: secret, baseUrl: server.url, observe }).GET("/key");
  const retry = events.find((event) => event.type === "retry");
  expect(retry?.waitMs).toBeGreaterThanOrEqual(1_000);
});

it("repeats no key that the vendor repeats", async () => {
  const body = { error: { code: 401, message: `No such key: ${secret}` }, user_id: null };
  await using server = await startFaultServer(replyJson(body, { status: 401 }));
  const client = createOpenrouterClient({ apiKey: secret, baseUrl: server.url });
  const error: unknown = await client.GET("/credits").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "unauthenticated", vendorCode: "401", attempts: 1 });
  const { message, stack } = error as Error;
  expect(`${message} ${stack} ${JSON.stringify(error)}`).not.toContain(secret);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", {}, /`apiKey` is missing/],
  ["a key with a line break", { apiKey: `${secret}\n` }, /`apiKey` holds a blank, a line break/],
  ["a misspelt option", { token: secret, apiKey: secret }, /unknown option `token`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createOpenrouterClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(new RegExp(secret));
});

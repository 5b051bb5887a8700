import { createTelnyxClient } from "@openbalance/telnyx";
import { expect, it } from "vitest";
import { telnyxAccount } from "../src/vendors/telnyx.ts";

const text = '{"data":{"balance":90071992547409931.10,"currency":"USD"}}';

it("takes the digits from the text of the reply, and what the client parsed for the rest", async () => {
  const fetch = async (): Promise<Response> =>
    new Response(text, { headers: { "content-type": "application/json" } });
  const { balances, raw } = await telnyxAccount({ apiKey: "KEY_1", fetch }).read();
  expect(balances[0]?.total).toBe("90071992547409931.1");
  expect(raw).toEqual(JSON.parse(text));
});

it("reads through a client that gives the text alone", async () => {
  const client = {
    ...createTelnyxClient({ apiKey: "KEY_1" }),
    GET: async () => ({ data: text, response: new Response() }),
  };
  // A client of the caller's own may know nothing but what is asked of it.
  const { balances } = await telnyxAccount({ client: client as never }).read();
  expect(balances[0]?.total).toBe("90071992547409931.1");
});

it("takes every amount from the text where the reply of another one stands beside it", async () => {
  const inner = createTelnyxClient({
    apiKey: "KEY_1",
    fetch: async () => Response.json({ data: { balance: "999", currency: "USD" } }),
  });
  // As a cache or a test does that replaces what a call gave.
  const GET = async (): Promise<object> => ({
    ...(await inner.GET("/balance", { parseAs: "text" })),
    data: '{"data":{"balance":"300","currency":"USD"}}',
  });
  const { balances, raw } = await telnyxAccount({ client: { GET } as never }).read();
  expect([balances[0]?.total, raw.data?.balance]).toEqual(["300", "300"]);
});

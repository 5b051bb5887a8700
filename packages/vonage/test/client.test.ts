import { replyJson, replyText, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createVonageClient } from "../src/index.ts";

const path = "/account/get-balance";
const apiKey = "abcd1234";
const secret = "ABCDEFGH01234abc";
const basic = `Basic ${Buffer.from(`${apiKey}:${secret}`).toString("base64")}`;
const xml = "<accountBalance><value>10.17127500</value><autoReload>false</autoReload></accountBalance>";

it("asks for JSON by HTTP Basic, with nothing in the URL", async () => {
  await using server = await startFaultServer(replyJson({ value: 1 }));
  await createVonageClient({ apiKey, apiSecret: secret, baseUrl: server.url }).GET(path);
  const [request] = server.requests;
  expect(request?.rawUrl).toBe(path);
  expect(request?.headers["accept"]).toBe("application/json");
  expect(request?.headers["authorization"]).toBe(basic);
});

it("asks the function for a secret at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson({ value: 1 }));
  const apiSecret = vi.fn<() => string>(() => secret);
  await createVonageClient({ apiKey, apiSecret, baseUrl: server.url }).GET(path);
  expect(apiSecret).toHaveBeenCalledTimes(2);
});

it.each(["application/xml;charset=UTF-8", "text/xml", "application/json"])(
  "takes a success in XML for no balance, whatever it is called: %s",
  async (contentType) => {
    await using server = await startFaultServer(replyText(xml, { headers: { "content-type": contentType } }));
    const client = createVonageClient({ apiKey, apiSecret: secret, baseUrl: server.url });
    await expect(client.GET(path)).rejects.toMatchObject({
      code: "bad_response",
      httpStatus: 200,
      attempts: 1,
    });
  },
);

it("goes by the status of a refusal in XML", async () => {
  const refusal = "<accountBalance><error-code>401</error-code></accountBalance>";
  const headers = { "content-type": "application/xml" };
  await using server = await startFaultServer(replyText(refusal, { status: 401, headers }));
  const client = createVonageClient({ apiKey, apiSecret: secret, baseUrl: server.url });
  await expect(client.GET(path)).rejects.toMatchObject({ code: "unauthenticated", attempts: 1 });
});

it("shows no part of what it sent in an error", async () => {
  const refusal = { title: "Unauthorized", detail: `${apiKey} and ${secret} as ${basic}` };
  await using server = await startFaultServer(replyJson(refusal, { status: 401 }));
  const client = createVonageClient({ apiKey, apiSecret: secret, baseUrl: server.url });
  const error: unknown = await client.GET(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "unauthenticated",
    vendorMessage: expect.stringContaining("redacted"),
  });
  expect(JSON.stringify(error)).not.toContain(secret);
  expect(JSON.stringify(error)).not.toContain(basic.slice(6));
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ value: 1 }));
  await createVonageClient({ apiKey, apiSecret: secret, fetch }).GET(path);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(["https://rest.nexmo.com/account/get-balance"]);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", { apiSecret: secret }, /`apiKey` is missing/],
  ["no secret", { apiKey }, /`apiSecret` is missing/],
  ["a key with a colon", { apiKey: `${apiKey}:${secret}`, apiSecret: "k" }, /`apiKey` must be a string/],
  ["a secret with a line break", { apiKey, apiSecret: `${secret}\n` }, /`apiSecret` holds a blank/],
  ["a misspelt option", { apiKey, apiSecret: secret, secret }, /unknown option `secret`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createVonageClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "vonage", attempts: 0 }));
  expect(create).not.toThrow(new RegExp(secret));
});

import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createTwilioClient } from "../src/index.ts";

const accountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const apiKeySid = "SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
const path = "/2010-04-01/Accounts/{AccountSid}/Balance.json";
const call = { params: { path: { AccountSid: accountSid } } };
const secret = "t0ken_s3cr3t";

function basic(user: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
}

it.each([
  ["the account and its token", { accountSid, authToken: secret }, accountSid],
  ["a key and its secret", { apiKeySid, apiKeySecret: secret }, apiKeySid],
])("sends %s, and names the account in the path", async (_name, credentials, user) => {
  await using server = await startFaultServer(replyJson({}));
  await createTwilioClient({ ...credentials, baseUrl: server.url }).GET(path, call);
  const [request] = server.requests;
  expect(request?.rawUrl).toBe(`/2010-04-01/Accounts/${accountSid}/Balance.json`);
  expect(request?.headers["authorization"]).toBe(basic(user));
  expect(request?.headers["accept"]).toBe("application/json");
});

it("asks the function for a token at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson({}));
  const authToken = vi.fn<() => string>(() => secret);
  await createTwilioClient({ accountSid, authToken, baseUrl: server.url }).GET(path, call);
  expect(authToken).toHaveBeenCalledTimes(2);
});

it("asks again after a refusal for too many at once, which was not processed", async () => {
  await using server = await startFaultServer(replyJson({ code: 20429 }, { status: 429 }), replyJson({}));
  await createTwilioClient({ accountSid, authToken: secret, baseUrl: server.url }).GET(path, call);
  expect(server.requests).toHaveLength(2);
});

it("does not repeat a call that was refused, and shows no part of what it sent", async () => {
  const message = `${accountSid} with ${secret} is wrong: ${basic(accountSid)}`;
  await using server = await startFaultServer(replyJson({ code: 20003, message }, { status: 401 }));
  const client = createTwilioClient({ accountSid, authToken: secret, baseUrl: server.url });
  const error: unknown = await client.GET(path, call).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "unauthenticated", vendorCode: "20003", attempts: 1 });
  expect(JSON.stringify(error)).not.toMatch(/s3cr3t|dDBrZW5/);
  expect(server.requests).toHaveLength(1);
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await createTwilioClient({ accountSid, authToken: secret, fetch }).GET(path, call);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([
    `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Balance.json`,
  ]);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no account", { authToken: secret }, /`accountSid` is missing/],
  ["no token", { accountSid }, /`authToken` is missing/],
  ["a key without its secret", { apiKeySid }, /`apiKeySecret` is missing/],
  ["an empty key", { apiKeySid: "", apiKeySecret: secret }, /`apiKeySid` is missing/],
  ["a token with a line break", { accountSid, authToken: `${secret}\n` }, /`authToken` holds a blank/],
  ["an account with a colon", { accountSid: `a:${secret}`, authToken: "k" }, /`accountSid` must be a string/],
  [
    "a token beside a key",
    { apiKeySid, apiKeySecret: secret, authToken: secret },
    /unknown option `authToken`/,
  ],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createTwilioClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "twilio", attempts: 0 }));
  expect(create).not.toThrow(new RegExp(secret));
});

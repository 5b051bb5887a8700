import { replyJson, startFaultServer } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createDeepseekClient } from "../src/index.ts";

const secret = "sk-0123_s3cr3t";

it("asks for the balance with the key alone, at the vendor's own path", async () => {
  await using server = await startFaultServer(replyJson({}));
  await createDeepseekClient({ apiKey: secret, baseUrl: server.url }).GET("/user/balance");
  expect(server.requests).toHaveLength(1);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "", rawUrl: "/user/balance" });
  expect(request?.headers["authorization"]).toBe(`Bearer ${secret}`);
});

it("repeats nothing of a refused key: neither the key nor what the vendor shows of it", async () => {
  const message = `Authentication Fails, Your api key: ****cr3t is invalid (${secret})`;
  const body = {
    error: { message, type: "authentication_error", param: null, code: "invalid_request_error" },
  };
  await using server = await startFaultServer(replyJson(body, { status: 401 }));
  const client = createDeepseekClient({ apiKey: secret, baseUrl: server.url });
  const error: unknown = await client.GET("/user/balance").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "unauthenticated", vendorCode: "authentication_error", attempts: 1 });
  const { message: said, stack } = error as Error;
  expect(`${said} ${stack} ${JSON.stringify(error)}`).not.toMatch(/cr3t/);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", {}, /`apiKey` is missing/],
  ["a key with a line break", { apiKey: `${secret}\n` }, /`apiKey` holds a blank, a line break/],
  ["a misspelt option", { token: secret, apiKey: secret }, /unknown option `token`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createDeepseekClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(new RegExp(secret));
});

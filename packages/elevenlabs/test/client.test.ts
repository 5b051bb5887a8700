import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createElevenlabsClient } from "../src/index.ts";

const secret = "a-secret_0123";

it("asks for the balance with what the description demands", async () => {
  await using server = await startFaultServer(replyJson({}));
  const client = createElevenlabsClient({ apiKey: secret, baseUrl: server.url });
  await client.GET("/v1/user/subscription");
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "" });
  expect(request?.rawUrl).toBe("/v1/user/subscription");
  expect(request?.headers["xi-api-key"]).toBe(secret);
});

it("does not repeat a call that was refused", async () => {
  await using server = await startFaultServer(status(401));
  const client = createElevenlabsClient({ apiKey: secret, baseUrl: server.url });
  await expect(client.GET("/v1/user/subscription")).rejects.toMatchObject({
    code: "unauthenticated",
    vendor: "elevenlabs",
    attempts: 1,
  });
  expect(server.requests).toHaveLength(1);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no credential", { baseUrl: "https://api.example" }, /`apiKey` is missing/],
  [
    "a line break",
    { apiKey: `${secret}\n`, baseUrl: "https://api.example" },
    /`apiKey` holds a blank, a line break/,
  ],
  ["a misspelt option", { key: secret, apiKey: secret }, /unknown option `key`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createElevenlabsClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(new RegExp(secret));
});

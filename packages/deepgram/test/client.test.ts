import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createDeepgramClient } from "../src/index.ts";

const secret = "dg-secret_0123";

it("asks for the balance with what the description demands", async () => {
  await using server = await startFaultServer(replyJson({}));
  const client = createDeepgramClient({ apiKey: secret, baseUrl: server.url });
  await client.GET("/v1/projects/{project_id}/balances", {
    params: { path: { project_id: "3f1c0000-0000-4000-8000-000000000001" } },
  });
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "" });
  expect(request?.rawUrl).toBe("/v1/projects/3f1c0000-0000-4000-8000-000000000001/balances");
  expect(request?.headers["authorization"]).toBe(`Token ${secret}`);
});

it("does not repeat a call that was refused", async () => {
  await using server = await startFaultServer(status(401));
  const client = createDeepgramClient({ apiKey: secret, baseUrl: server.url });
  await expect(
    client.GET("/v1/projects/{project_id}/balances", {
      params: { path: { project_id: "3f1c0000-0000-4000-8000-000000000001" } },
    }),
  ).rejects.toMatchObject({
    code: "unauthenticated",
    vendor: "deepgram",
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
  const create = (): unknown => createDeepgramClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(new RegExp(secret));
});

import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createXaiClient } from "../src/index.ts";

const secret = "a-secret_0123";

it("asks for the balance with what the description demands", async () => {
  await using server = await startFaultServer(replyJson({}));
  const client = createXaiClient({ managementKey: secret, baseUrl: server.url });
  await client.GET("/v1/billing/teams/{team_id}/prepaid/balance", {
    params: { path: { team_id: "11111111-2222-4333-8444-555555555555" } },
  });
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "" });
  expect(request?.rawUrl).toBe("/v1/billing/teams/11111111-2222-4333-8444-555555555555/prepaid/balance");
  expect(request?.headers["authorization"]).toBe(`Bearer ${secret}`);
});

it("does not repeat a call that was refused", async () => {
  await using server = await startFaultServer(status(401));
  const client = createXaiClient({ managementKey: secret, baseUrl: server.url });
  await expect(
    client.GET("/v1/billing/teams/{team_id}/prepaid/balance", {
      params: { path: { team_id: "11111111-2222-4333-8444-555555555555" } },
    }),
  ).rejects.toMatchObject({
    code: "unauthenticated",
    vendor: "xai",
    attempts: 1,
  });
  expect(server.requests).toHaveLength(1);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no credential", { baseUrl: "https://api.example" }, /`managementKey` is missing/],
  [
    "a line break",
    { managementKey: `${secret}\n`, baseUrl: "https://api.example" },
    /`managementKey` holds a blank, a line break/,
  ],
  ["a misspelt option", { key: secret, managementKey: secret }, /unknown option `key`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createXaiClient(options as never);
  expect(create).toThrow(message);
  expect(create).not.toThrow(new RegExp(secret));
});

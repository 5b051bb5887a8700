import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { inspect } from "node:util";
import { createVultrClient } from "../src/index.ts";

const path = "/account";
const apiKey = "VULTR_s3cr3t";

it("asks for the account of the user behind the key", async () => {
  await using server = await startFaultServer(replyJson({}));
  await createVultrClient({ apiKey, baseUrl: server.url }).GET(path);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "", rawUrl: path });
  expect(request?.headers["authorization"]).toBe(`Bearer ${apiKey}`);
});

it("asks the function for a key at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson({}));
  const keys = ["first", "second"];
  await createVultrClient({ apiKey: () => keys.shift() ?? "", baseUrl: server.url }).GET(path);
  const sent = server.requests.map(({ headers }) => headers["authorization"]);
  expect(sent).toEqual(["Bearer first", "Bearer second"]);
});

it("does not repeat a call that was refused, and shows no part of what it sent", async () => {
  const message = `${apiKey} may not read this`;
  await using server = await startFaultServer(replyJson({ error: message, status: 403 }, { status: 403 }));
  const client = createVultrClient({ apiKey, baseUrl: server.url });
  const error: unknown = await client.GET(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "forbidden", attempts: 1 });
  expect(JSON.stringify(error) + inspect(error) + inspect(client)).not.toContain("s3cr3t");
  expect(server.requests).toHaveLength(1);
});

it("does not repeat a call from an address that is not allowed, and does not name the address", async () => {
  const refusal = { error: "Unauthorized IP address: 203.0.113.7", status: 401 };
  await using server = await startFaultServer(replyJson(refusal, { status: 401 }));
  const client = createVultrClient({ apiKey, baseUrl: server.url });
  const error: unknown = await client.GET(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "forbidden", httpStatus: 401, attempts: 1 });
  expect(error).toHaveProperty("message", expect.stringContaining("may not be used from this address"));
  expect(JSON.stringify(error) + inspect(error, { depth: 9 })).not.toContain("203.0.113.7");
  expect(server.requests).toHaveLength(1);
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await createVultrClient({ apiKey, fetch }).GET(path);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([`https://api.vultr.com/v2${path}`]);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no key", {}, /`apiKey` is missing/],
  ["a key with a line break", { apiKey: `${apiKey}\n` }, /`apiKey` holds a blank, a line break/],
  ["a misspelt option", { token: apiKey, apiKey }, /unknown option `token`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createVultrClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "vultr", attempts: 0 }));
  expect(create).not.toThrow(/s3cr3t/);
});

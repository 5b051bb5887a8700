import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { inspect } from "node:util";
import { createLinodeClient } from "../src/index.ts";

const path = "/account";
const token = "linode_s3cr3t";

it("asks for the account of the user behind the token", async () => {
  await using server = await startFaultServer(replyJson({}));
  await createLinodeClient({ token, baseUrl: server.url }).GET(path);
  const [request] = server.requests;
  expect(request).toMatchObject({ method: "GET", body: "", rawUrl: path });
  expect(request?.headers["authorization"]).toBe(`Bearer ${token}`);
});

it("asks the function for a token at every attempt", async () => {
  await using server = await startFaultServer(status(503), replyJson({}));
  const tokens = ["first", "second"];
  await createLinodeClient({ token: () => tokens.shift() ?? "", baseUrl: server.url }).GET(path);
  const sent = server.requests.map(({ headers }) => headers["authorization"]);
  expect(sent).toEqual(["Bearer first", "Bearer second"]);
});

it("does not repeat a call that was refused, and shows no part of what it sent", async () => {
  const message = `${token} may not read this`;
  await using server = await startFaultServer(replyJson({ errors: [{ reason: message }] }, { status: 403 }));
  const client = createLinodeClient({ token, baseUrl: server.url });
  const error: unknown = await client.GET(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "forbidden", attempts: 1 });
  expect(JSON.stringify(error) + inspect(error) + inspect(client)).not.toContain("s3cr3t");
  expect(server.requests).toHaveLength(1);
});

it("gives up at once where Linode asks to wait longer than it may", async () => {
  const reset = String(Math.floor(Date.now() / 1_000) + 3_000);
  const refusal = replyJson(
    { errors: [{ reason: "Too many requests" }] },
    { status: 429, headers: { "x-ratelimit-reset": reset } },
  );
  await using server = await startFaultServer(refusal);
  const client = createLinodeClient({ token, baseUrl: server.url });
  const error: unknown = await client.GET(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "rate_limited", attempts: 1 });
  expect(Reflect.get(error as object, "retryAfterMs")).toBeGreaterThan(2_900_000);
});

it("calls the vendor's own address unless told another", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await createLinodeClient({ token, fetch }).GET(path);
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([`https://api.linode.com/v4${path}`]);
});

it.each([
  ["no options", undefined, /the options must be an object/],
  ["no token", {}, /`token` is missing/],
  ["a token with a line break", { token: `${token}\n` }, /`token` holds a blank, a line break/],
  ["a misspelt option", { apiKey: token, token }, /unknown option `apiKey`/],
])("refuses %s and names the option, not the value", (_name, options, message) => {
  const create = (): unknown => createLinodeClient(options as never);
  expect(create).toThrow(message);
  expect(create).toThrow(expect.objectContaining({ code: "config", vendor: "linode", attempts: 0 }));
  expect(create).not.toThrow(/s3cr3t/);
});

import { inspect } from "node:util";
import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createByteniteClient, type ByteniteClient } from "../src/index.ts";
import { apiKey, clientOf, issueTokens, startWalletServer } from "./wallet-server.ts";

const token = "example-access-token-9b27";

/** A failure in every way in which errors are commonly printed, in one text. */
async function printedFailure(client: ByteniteClient): Promise<string> {
  const error: unknown = await client.GET("/balance").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "BalanceError", vendor: "bytenite" });
  const all = { depth: 9, showHidden: true };
  return [error, JSON.stringify(error), inspect(error, all), Reflect.get(Object(error), "stack")].join("\n");
}

it.each([apiKey, 'quoted"key\\with-slash'])(
  "keeps the key %j out of the error when the exchange repeats it",
  async (key) => {
    const echo = { code: 16, message: `key ${key} is unknown, got ${JSON.stringify({ apiKey: key })}` };
    await using server = await startWalletServer({
      exchange: replyJson(echo, { status: 401, headers: { "x-request-id": key } }),
    });
    const printed = await printedFailure(clientOf(server, { apiKey: key }));
    expect(printed).toContain("key [redacted] is unknown");
    expect(printed).not.toContain(key);
    expect(printed).not.toContain(JSON.stringify(key).slice(1, -1));
  },
);

it("keeps the exchanged token out of the error when the wallet repeats it", async () => {
  await using server = await startWalletServer({
    exchange: replyJson({ token }),
    balance: status(403, { code: 7, message: `token ${token} may not` }),
  });
  const printed = await printedFailure(clientOf(server));
  expect(printed).toContain("token [redacted] may not");
  expect(printed).not.toContain(token);
});

it.each(["raw", "bearer"] as const)("keeps a ready token sent %s out of the error", async (authScheme) => {
  await using server = await startFaultServer(status(401, { code: 16, message: `${token} is expired` }));
  const client = createByteniteClient({ accessToken: token, authScheme, baseUrl: server.url });
  expect(await printedFailure(client)).not.toContain(token);
});

it("does not print a token that cannot stand in a header", async () => {
  await using server = await startWalletServer({ exchange: replyJson({ token: `${token}\r\nx: 1` }) });
  expect(await printedFailure(clientOf(server))).not.toContain(token);
});

it("keeps the key out of the error when fetch throws one that prints the request", async () => {
  const client = createByteniteClient({
    apiKey,
    retry: false,
    fetch: async (_input, init) => {
      throw new TypeError(`cannot send ${JSON.stringify(init)}`);
    },
  });
  expect(await printedFailure(client)).not.toContain(apiKey);
});

it("keeps key and token out of the client as it is printed, and out of what is observed", async () => {
  const observed: unknown[] = [];
  await using server = await startWalletServer({ exchange: issueTokens() });
  const client = clientOf(server, { observe: (event) => observed.push(event) });
  await client.GET("/balance");
  const printed = inspect([client, observed], { depth: 9, showHidden: true }) + JSON.stringify(observed);
  expect(printed).not.toContain(apiKey);
  expect(printed).not.toContain("token-1");
  expect(observed).toContainEqual({ type: "end", vendor: "bytenite", path: "/access_token", attempts: 1 });
});

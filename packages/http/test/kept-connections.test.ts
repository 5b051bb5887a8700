import { closeBeforeHeaders, replyJson, resetBeforeHeaders, startFaultServer } from "@openbalance/testing";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

const ok = replyJson({ balance: "5.00" });

function ended(code: string, details: object = {}): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("ended"), { code }, details) });
}

it.each([
  ["closed", closeBeforeHeaders()],
  ["reset", resetBeforeHeaders()],
])(
  "sends a request again, and counts one, that meets a connection %s while it was idle",
  async (_, fault) => {
    await using server = await startFaultServer(ok, fault, ok, fault, ok);
    const client = createAcmeClient({ baseUrl: server.url, retry: false });
    const events: string[] = [];
    for (let call = 0; call < 3; call += 1) {
      await client.GET("/balance");
      // The platform gives the connection back a turn later.
      await setTimeout(5);
    }
    const observed = createAcmeClient({ baseUrl: server.url, observe: ({ type }) => events.push(type) });
    await observed.GET("/balance");
    expect(server.requests).toHaveLength(6);
    expect(events).toEqual(["attempt", "reply", "end"]);
  },
);

it.each(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"])("knows such a connection by the code %s", async (code) => {
  const fetch = scriptedFetch({}, ended(code), ended(code), ended(code), {});
  const client = createAcmeClient({ fetch, retry: false });
  await client.GET("/balance");
  await client.GET("/balance");
  expect(fetch.calls).toHaveLength(5);
});

it("gives up once three connections had ended", async () => {
  const fetch = scriptedFetch({}, ended("ECONNRESET"));
  const client = createAcmeClient({ fetch, retry: false });
  await client.GET("/balance");
  expect(await failureOf(client.GET("/balance"))).toMatchObject({ code: "network", attempts: 1 });
  expect(fetch.calls).toHaveLength(5);
});

it.each([
  ["no reply has come before", [ended("ECONNRESET")], 1],
  ["nothing had come over the connection", [{}, ended("UND_ERR_SOCKET", { socket: { bytesRead: 0 } })], 2],
  ["the connection was refused", [{}, ended("ECONNREFUSED")], 2],
  ["the vendor was too slow", [{}, ended("UND_ERR_HEADERS_TIMEOUT")], 2],
])("sends nothing again where %s", async (_, answers, requests) => {
  const fetch = scriptedFetch(...answers);
  const client = createAcmeClient({ fetch, retry: false });
  if (answers.length > 1) await client.GET("/balance");
  expect(await failureOf(client.GET("/balance"))).toMatchObject({ code: "network", attempts: 1 });
  expect(fetch.calls).toHaveLength(requests);
});

it("sends nothing again once the caller has aborted", async () => {
  const controller = new AbortController();
  const fetch = scriptedFetch({}, () => {
    controller.abort();
    throw ended("ECONNRESET");
  });
  const client = createAcmeClient({ fetch });
  await client.GET("/balance");
  expect(await failureOf(client.GET("/balance", { signal: controller.signal }))).toMatchObject({
    code: "aborted",
  });
  expect(fetch.calls).toHaveLength(2);
});

it("sends nothing again that is no read: it may have reached somebody after all", async () => {
  const fetch = scriptedFetch({}, ended("ECONNRESET"));
  const client = createAcmeClient({ fetch });
  await client.GET("/balance");
  const transfer = client.POST("/transfers", { body: { amount: "5.00" } });
  expect(await failureOf(transfer)).toMatchObject({ code: "network", attempts: 1 });
  expect(fetch.calls).toHaveLength(2);
});

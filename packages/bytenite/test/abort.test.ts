import { neverAnswer, sequence, type Fault } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { clientOf, exchangesAt, issueTokens, startWalletServer, tokensAt } from "./wallet-server.ts";

/** An exchange that answers when it is told to. */
function heldExchange(): { readonly exchange: Fault; readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const issue = issueTokens("3600");
  const exchange: Fault = async (call) => {
    await promise;
    await issue(call);
  };
  return { exchange, release: () => resolve(undefined) };
}

it("ends the call that is aborted and goes on exchanging for the others", async () => {
  const { exchange, release } = heldExchange();
  await using server = await startWalletServer({ exchange });
  const client = clientOf(server);
  const controller = new AbortController();
  const aborted = client.GET("/balance", { signal: controller.signal });
  const others = [client.GET("/balance"), client.GET("/balance")];
  await vi.waitFor(() => {
    expect(exchangesAt(server)).toBe(1);
  });
  controller.abort();
  await expect(aborted).rejects.toMatchObject({ code: "aborted", attempts: 0 });
  release();
  await Promise.all(others);
  expect(exchangesAt(server)).toBe(1);
  expect(tokensAt(server)).toEqual(["token-1", "token-1"]);
});

it("closes the exchange when the last call that waits for it is aborted, and starts another for the next", async () => {
  await using server = await startWalletServer({ exchange: sequence(neverAnswer(), issueTokens()) });
  const client = clientOf(server);
  const controller = new AbortController();
  const { signal } = controller;
  const calls = [client.GET("/balance", { signal }), client.GET("/balance", { signal })];
  await vi.waitFor(() => {
    expect(exchangesAt(server)).toBe(1);
  });
  controller.abort();
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: "aborted" });
  await vi.waitFor(() => {
    expect(server.openSockets()).toBe(0);
  });
  await client.GET("/balance");
  expect(exchangesAt(server)).toBe(2);
});

it("bounds a call whose exchange is never answered by the call's own deadline", async () => {
  await using server = await startWalletServer({ exchange: neverAnswer() });
  const client = clientOf(server, { timeoutMs: 100, retry: false });
  await expect(client.GET("/balance")).rejects.toMatchObject({ code: "timeout", retryable: true });
  await vi.waitFor(() => {
    expect(server.openSockets()).toBe(0);
  });
});

it("bounds a call whose function for the key never answers, and asks it anew for the next", async () => {
  await using server = await startWalletServer({ exchange: issueTokens() });
  let asked = 0;
  const apiKey = (): Promise<string> => {
    asked += 1;
    return asked === 1 ? new Promise(() => undefined) : Promise.resolve("second-key");
  };
  const client = clientOf(server, { apiKey, timeoutMs: 500 });
  await expect(client.GET("/balance")).rejects.toMatchObject({ code: "timeout" });
  await client.GET("/balance");
  expect(tokensAt(server)).toEqual(["token-1"]);
});

it("sends nothing for a call that is aborted before it starts", async () => {
  await using server = await startWalletServer({ exchange: issueTokens() });
  const call = clientOf(server).GET("/balance", { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ code: "aborted", attempts: 0 });
  expect(server.requests).toHaveLength(0);
});

import { replyJson, startFaultServer, status } from "@openbalance/testing";
import { expect, it, vi } from "vitest";
import { createByteniteClient } from "../src/index.ts";
import {
  clientOf,
  exchangesAt,
  issueTokens,
  refuseTokens,
  startWalletServer,
  tokensAt,
} from "./wallet-server.ts";

it("exchanges the key anew when the token is refused", async () => {
  await using server = await startWalletServer({
    exchange: issueTokens("3600"),
    balance: refuseTokens("token-1"),
  });
  const { data } = await clientOf(server, { retry: false }).GET("/balance");
  expect(data).toEqual({ totalBalance: 1 });
  expect(tokensAt(server)).toEqual(["token-1", "token-2"]);
});

it("takes gRPC code 16 for a refusal under any status", async () => {
  const refused = status(500, { code: 16, message: "expired" });
  const granted = replyJson({ totalBalance: 1 });
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: (call) => (call.request.headers.authorization === "token-1" ? refused(call) : granted(call)),
  });
  await clientOf(server, { retry: false }).GET("/balance");
  expect(tokensAt(server)).toEqual(["token-1", "token-2"]);
});

it("gives up when the new token is refused too", async () => {
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: refuseTokens("token-1", "token-2", "token-3"),
  });
  await expect(clientOf(server).GET("/balance")).rejects.toMatchObject({
    code: "unauthenticated",
    vendorCode: "16",
    attempts: 2,
  });
  expect(exchangesAt(server)).toBe(2);
});

it("does not exchange the key for a refusal of another kind", async () => {
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: status(403, { code: 7, message: "no" }),
  });
  await expect(clientOf(server).GET("/balance")).rejects.toMatchObject({ code: "forbidden", attempts: 1 });
  expect(exchangesAt(server)).toBe(1);
});

it("exchanges the key once for five calls refused at the same time", async () => {
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: refuseTokens("token-1"),
  });
  const client = clientOf(server);
  await Promise.all(Array.from({ length: 5 }, () => client.GET("/balance")));
  expect(exchangesAt(server)).toBe(2);
  expect(tokensAt(server).filter((token) => token === "token-1")).toHaveLength(5);
  expect(tokensAt(server).filter((token) => token === "token-2")).toHaveLength(5);
});

it("keeps the new token when a late refusal of the old one comes in", async () => {
  const late = Promise.withResolvers<undefined>();
  const refusal = status(401, { code: 16, message: "expired" });
  const granted = replyJson({ totalBalance: 1 });
  let refusals = 0;
  await using server = await startWalletServer({
    exchange: issueTokens(),
    balance: async (call) => {
      if (call.request.headers.authorization !== "token-1") return granted(call);
      if ((refusals += 1) === 1) await late.promise;
      return refusal(call);
    },
  });
  const client = clientOf(server);
  const slow = client.GET("/balance");
  await vi.waitFor(() => {
    expect(tokensAt(server)).toHaveLength(1);
  });
  await client.GET("/balance");
  late.resolve(undefined);
  await slow;
  expect(exchangesAt(server)).toBe(2);
  expect(tokensAt(server)).toEqual(["token-1", "token-1", "token-2", "token-2"]);
});

it("asks the function for a ready token at every attempt, and leaves a refusal to the caller", async () => {
  await using server = await startFaultServer(status(503), status(401));
  let given = 0;
  const accessToken = (): string => `ready-${(given += 1)}`;
  const client = createByteniteClient({ accessToken, baseUrl: server.url });
  await expect(client.GET("/balance")).rejects.toMatchObject({ code: "unauthenticated", attempts: 2 });
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["ready-1", "ready-2"]);
});

it("sends a ready token behind Bearer where the caller asks for it", async () => {
  await using server = await startFaultServer(replyJson({ totalBalance: 1 }));
  await createByteniteClient({ accessToken: "ready", authScheme: "bearer", baseUrl: server.url }).GET(
    "/balance",
  );
  expect(server.requests[0]?.headers.authorization).toBe("Bearer ready");
});

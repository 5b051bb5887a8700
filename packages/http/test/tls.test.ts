import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { startTlsServer } from "@openbalance/testing";
import { expect, it } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

it.each([
  ["self-signed", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["expired", "CERT_HAS_EXPIRED"],
  ["wrong-host", "ERR_TLS_CERT_ALTNAME_INVALID"],
] as const)("[row 64] refuses a certificate that is %s, at the first attempt", async (certificate, code) => {
  await using server = await startTlsServer({ certificate });
  // With the authority trusted, just the one thing is wrong.
  setDefaultCACertificates([
    ...getCACertificates(),
    ...(server.authority === undefined ? [] : [server.authority]),
  ]);
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  expect(error).toMatchObject({ code: "tls", attempts: 1, retryable: false });
  expect(error.message).toBe(`acme: GET /balance failed: the secure connection failed (${code})`);
  expect(server.requests).toHaveLength(0);
});

it("[row 64] refuses TLS to a server that speaks none", async () => {
  const cause = Object.assign(new Error("wrong version number"), { code: "ERR_SSL_WRONG_VERSION_NUMBER" });
  const fetch = scriptedFetch(new TypeError("fetch failed", { cause }));
  expect(await failureOf(createAcmeClient({ fetch }).GET("/balance"))).toMatchObject({
    code: "tls",
    attempts: 1,
  });
});

it("[row 64] knows a refused certificate by its words where the platform gives no code", async () => {
  const fetch = scriptedFetch(new TypeError("invalid peer certificate: UnknownIssuer"));
  expect(await failureOf(createAcmeClient({ fetch }).GET("/balance"))).toMatchObject({
    code: "tls",
    attempts: 1,
  });
});

it("asks again when the TLS handshake only took too long", async () => {
  const cause = Object.assign(new Error("timed out"), { code: "ERR_TLS_HANDSHAKE_TIMEOUT" });
  const fetch = scriptedFetch(new TypeError("fetch failed", { cause }), {});
  expect((await createAcmeClient({ fetch }).GET("/balance")).response.status).toBe(200);
});

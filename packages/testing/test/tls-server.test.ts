import { get } from "node:https";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { startTlsServer, type TlsServer } from "../src/index.ts";
import { failureCode } from "./wire.ts";

async function trustingGet(server: TlsServer): Promise<number | undefined> {
  const request = get(server.url, { ca: server.authority });
  const [reply] = (await once(request, "response")) as [IncomingMessage];
  reply.resume();
  return reply.statusCode;
}

it("answers a client that trusts its authority", async () => {
  await using server = await startTlsServer({ certificate: "valid" });
  expect(await trustingGet(server)).toBe(200);
  expect(server.requests).toHaveLength(1);
});

it.each([
  ["expired", "CERT_HAS_EXPIRED"],
  ["wrong-host", "ERR_TLS_CERT_ALTNAME_INVALID"],
] as const)("has nothing wrong but that its certificate is %s", async (certificate, code) => {
  await using server = await startTlsServer({ certificate });
  expect(await failureCode(trustingGet(server))).toBe(code);
  expect(server.requests).toHaveLength(0);
});

it.each([
  ["valid", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ["self-signed", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["expired", "CERT_HAS_EXPIRED"],
  ["wrong-host", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
] as const)("is refused by a client without its authority when %s", async (certificate, code) => {
  await using server = await startTlsServer({ certificate });
  expect(await failureCode(fetch(server.url))).toBe(code);
  expect(server.requests).toHaveLength(0);
});

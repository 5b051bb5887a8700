import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, it } from "vitest";
import { startTlsServer } from "../src/index.ts";
import { failureCode } from "./wire.ts";

it("makes fetch see just what is wrong once the authority is trusted", async () => {
  await using valid = await startTlsServer({ certificate: "valid" });
  await using expired = await startTlsServer({ certificate: "expired" });
  await using wrongHost = await startTlsServer({ certificate: "wrong-host" });
  setDefaultCACertificates([...getCACertificates(), valid.authority ?? ""]);
  expect((await fetch(valid.url)).status).toBe(200);
  expect(await failureCode(fetch(expired.url))).toBe("CERT_HAS_EXPIRED");
  expect(await failureCode(fetch(wrongHost.url))).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
});

import type { AttemptResult } from "./attempt-result.ts";
import { errorCode, plainCause } from "../errors/plain-cause.ts";
import { problemFromCode, problemFromStatus, type Problem } from "../reply/problem.ts";

// https://nodejs.org/api/tls.html#x509-certificate-error-codes
const tlsFailure =
  /CERT|^(ERR_TLS_(?!HANDSHAKE_TIMEOUT)|ERR_O?SSL_|UNABLE_TO_|INVALID_(CA|PURPOSE)|PATH_LENGTH_|CRL_|HOSTNAME_MISMATCH|EPROTO$)/;
const decompressionFailure = /^(Z_|ZSTD_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_PADDING)/;

// What Node's fetch says where a proxy refuses to connect.
const proxyRefusal = /^Proxy response \((\d{3})\)/;

/** Names what kept a whole reply from coming, by the platform's error code, or by its words where it has none. */
export function problemFromThrown(error: unknown, secrets: readonly string[], url: URL): AttemptResult {
  const cause = plainCause(error, secrets);
  const code = errorCode(error);
  // Not the message: it is the platform's, or that of the caller's own fetch, and stands in the cause.
  const named = code ?? cause.name;
  // The Fetch standard keeps some ports to itself, and platforms have no code for it.
  if (cause.message === "bad port") {
    const reason = `fetch connects to no port ${url.port}, which another protocol has; give another in \`baseUrl\``;
    return { problem: problemFromCode("config", { reason }), cause };
  }
  const [, proxyStatus] = proxyRefusal.exec(cause.message) ?? [];
  if (proxyStatus !== undefined) return { problem: problemOfProxy(Number(proxyStatus)), cause };
  // Deno's errors have no code.
  const isTls = code === undefined ? /\bcertificate\b/i.test(cause.message) : tlsFailure.test(code);
  const problem = isTls
    ? problemFromCode("tls", { reason: `the secure connection failed (${named})` })
    : decompressionFailure.test(named)
      ? problemFromCode("bad_response", { reason: "the body cannot be decompressed" })
      : problemFromCode("network", { reason: `no complete reply (${named})` });
  return { problem, cause };
}

function problemOfProxy(status: number): Problem {
  if (status === 407) return problemFromCode("config", { reason: problemFromStatus(status)?.reason });
  return problemFromCode("network", { reason: `the proxy answered ${status} in place of a connection` });
}

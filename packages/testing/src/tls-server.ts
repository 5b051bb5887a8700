import { createServer } from "node:https";
import { createCertificate, type CertificateKind } from "./certificates.ts";
import type { Fault } from "./fault.ts";
import { listen, type FaultServer } from "./fault-server.ts";
import { replyJson } from "./faults/reply.ts";

export interface TlsServerOptions {
  readonly certificate: CertificateKind;
  /** What to answer to a client that gets through the handshake; `{}` when left out. */
  readonly faults?: readonly Fault[];
}

export interface TlsServer extends FaultServer {
  /** Whom a client has to trust to find just the one thing wrong; absent when self-signed. */
  readonly authority?: string;
}

/** Starts an HTTPS server on 127.0.0.1 with a certificate made for the occasion. */
export async function startTlsServer({
  certificate: kind,
  faults = [replyJson({})],
}: TlsServerOptions): Promise<TlsServer> {
  const { key, certificate, authority } = await createCertificate(kind);
  const server = await listen(createServer({ key, cert: certificate }), "https", faults);
  return authority === undefined ? server : { ...server, authority };
}

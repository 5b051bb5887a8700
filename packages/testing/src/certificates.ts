/** What is wrong with a certificate; nothing, for `valid`. */
export type CertificateKind = "valid" | "self-signed" | "expired" | "wrong-host";

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
  /** Whom a client has to trust to find just the one thing wrong; absent when self-signed. */
  readonly authority?: string;
}

/** Makes a key and a certificate for 127.0.0.1 with just this one thing wrong. */
export async function createCertificate(kind: CertificateKind): Promise<Certificate> {
  // Loaded late: most tests need no certificate.
  const { generate } = await import("selfsigned");
  const issuer = kind === "self-signed" ? undefined : await (authority ??= createAuthority());
  const now = Date.now();
  const server = await generate(named("OpenBalance test server"), {
    ...modern,
    notBeforeDate: new Date(now - 2 * day),
    notAfterDate: new Date(kind === "expired" ? now - day : now + day),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: [kind === "wrong-host" ? otherHost : loopback] },
    ],
    ...(issuer && { ca: issuer }),
  });
  return {
    key: server.private,
    certificate: server.cert,
    ...(issuer && { authority: issuer.cert }),
  };
}

// One for the whole process: among several of the same name a client may try the wrong one.
let authority: ReturnType<typeof createAuthority> | undefined;

async function createAuthority(): Promise<{ readonly key: string; readonly cert: string }> {
  const { generate } = await import("selfsigned");
  const { private: key, cert } = await generate(named("OpenBalance test authority"), {
    ...modern,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  return { key, cert };
}

const day = 24 * 60 * 60 * 1000;
const modern = { keyType: "ec", algorithm: "sha256" } as const;
const loopback = { type: 7, ip: "127.0.0.1" } as const;
const otherHost = { type: 2, value: "other.example" } as const;

function named(commonName: string): { name: string; value: string }[] {
  return [{ name: "commonName", value: commonName }];
}

import type { OutgoingRequest } from "./outgoing-request.ts";
import type { ExchangeRequest } from "./vendor-rules.ts";

// Of these nothing is secret.
const openHeader = /^(accept(-language)?|content-type|prefer|user-agent)$/;
const credentialHeader = /auth|cookie|credential|key|pass|secret|session|sign|token/;

/** What no error may repeat: a request's body and header values, and of the credentials no part. */
export function secretsOf(sent: OutgoingRequest, asked: ExchangeRequest): readonly string[] {
  const values = Object.entries(sent.headers).flatMap(([name, value]) => {
    if (openHeader.test(name)) return [];
    // The caller's own headers may be a secret as a whole; their parts are words like any other.
    if (asked.headers[name] === value) return [value, withoutScheme(value)];
    return [value, withoutScheme(value)].concat(basicPartsOf(value), partsOf(value));
  });
  return [...(asked.secrets ?? []), ...(typeof sent.body === "string" ? [sent.body] : []), ...values];
}

/** What no reply may repeat: the credentials. The user of HTTP Basic is none, since accounts are named by it. */
export function credentialsOf(sent: OutgoingRequest, asked: ExchangeRequest): readonly string[] {
  const values = Object.entries(sent.headers).flatMap(([name, value]) => {
    if (!credentialHeader.test(name)) return [];
    const [, ...password] = basicPartsOf(value);
    return [value, withoutScheme(value), password.join(":")].concat(partsOf(value));
  });
  return [...(asked.secrets ?? []), ...values];
}

/** `Token token="<key>"`: the key alone is the secret. A shorter part is the name of a scheme or a nonce. */
function partsOf(value: string): readonly string[] {
  // Most have a scheme and one part, which is what stands behind the scheme.
  if (!/[,;="]|\s.*\s/.test(value)) return [];
  const quoted = Array.from(value.matchAll(/"([^"]*)"/g), ([, part = ""]) => part);
  return [...quoted, ...value.split(/[\s,;="]+/)].filter(({ length }) => length >= 8);
}

function withoutScheme(value: string): string {
  return value.replace(/^\S+ /, "");
}

/** User and password of HTTP Basic; nothing where it is another scheme. */
function basicPartsOf(value: string): readonly string[] {
  if (!/^basic /i.test(value)) return [];
  try {
    return atob(withoutScheme(value)).split(":");
  } catch {
    // Whatever calls itself Basic and is none is a secret as it is.
    return [];
  }
}

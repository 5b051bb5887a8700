/** What goes into a signature, exactly as it is sent. */
export interface BitfrontSignatureInput {
  readonly method: string;
  /** The path of the URL, version included, host excluded. */
  readonly path: string;
  /** The query as sent, in the order sent, without the question mark. */
  readonly query?: string;
  /** The form-encoded body of a POST. */
  readonly body?: string;
  /** Five digits, unique within one timestamp. */
  readonly nonce: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly apiSecret: string;
}

/**
 * Signs a request: HMAC-SHA256 over nonce, timestamp, method, path, query and body, in lower-case hex.
 * https://github.com/bitfront-exchange/bitfront-api-docs/blob/master/2_Authentication_and_Security_Policy.md
 */
export async function signBitfrontRequest(input: BitfrontSignatureInput): Promise<string> {
  const { method, path, query = "", body = "", nonce, timestamp, apiSecret } = input;
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(apiSecret), algorithm, false, ["sign"]);
  const target = `${nonce}${timestamp}${method}${path}${query}${body}`;
  const signature = await crypto.subtle.sign(algorithm.name, key, encoder.encode(target));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import {
  checkCredential,
  createTransport,
  createVendorClient,
  refuseUnknownOptions,
  resolveCredential,
} from "@openbalance/http";
import type {
  ClientDefaults,
  ClientOptions,
  Credential,
  SuccessBody,
  Transport,
  VendorClient,
} from "@openbalance/http";
import { createClock } from "./clock.ts";
import type { paths } from "./generated/openapi.ts";
import { reads } from "./generated/reads.ts";
import { readBitfrontProblem } from "./problem.ts";
import { signBitfrontRequest } from "./signature.ts";

export type BitfrontClient = VendorClient<paths>;

/** The documented body of `GET /v1/account/balances`. Its amounts are doubles; read the text for exact ones. */
export type BitfrontBalancesReply = SuccessBody<paths["/v1/account/balances"]["get"]>;

export interface BitfrontOptions extends ClientOptions {
  /** The public half of the key, or a function that gives it. */
  readonly apiKey: Credential;
  /** The secret half, or a function that gives it. It signs and is never sent. */
  readonly apiSecret: Credential;
}

/** Creates a client of the Bitfront API. Throws `config` when key or secret are missing or malformed. */
export function createBitfrontClient(options: BitfrontOptions & ClientDefaults): BitfrontClient {
  return createVendorClient(createBitfrontTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createBitfrontTransport(options: BitfrontOptions): Transport<paths> {
  const { apiKey, apiSecret } = refuseUnknownOptions("bitfront", options, ["apiKey", "apiSecret"]);
  checkCredential("bitfront", "apiKey", apiKey);
  checkCredential("bitfront", "apiSecret", apiSecret);
  const clock = createClock();
  const nextNonce = createNonces();

  return createTransport<paths>(
    {
      vendor: "bitfront",
      baseUrl: "https://openapi.bitfront.me",
      // A signature may be used once, so every attempt gets a nonce, a timestamp and a signature of its own.
      async authorize({ method, url, headers }) {
        const key = await resolveCredential("bitfront", "apiKey", apiKey);
        const secret = await resolveCredential("bitfront", "apiSecret", apiSecret);
        const nonce = nextNonce();
        const timestamp = clock.now();
        headers["x-api-key"] = key;
        headers["x-api-nonce"] = nonce;
        headers["x-api-timestamp"] = String(timestamp);
        headers["x-api-sign"] = await signBitfrontRequest({
          method,
          path: url.pathname,
          query: url.search.slice(1),
          nonce,
          timestamp,
          apiSecret: secret,
        });
      },
      reads,
      rateLimits: [
        { requests: 3, perMs: 1_000 },
        { requests: 60, perMs: 60_000 },
      ],
      countedBy: apiKey,
      readProblem: (reply, { url }) => {
        return readBitfrontProblem(reply, url.pathname.endsWith("/v1/public/time") ? "public" : "account");
      },
      recover: (problem, reply) => problem.code === "clock_skew" && clock.learnFrom(reply),
    },
    options,
  );
}

const firstNonce = 10_000;
const nonceCount = 90_000;

/** Five-digit nonces that do not repeat within any 90,000 requests, so never within one timestamp. */
function createNonces(): () => string {
  let next = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return () => String(firstNonce + (next++ % nonceCount));
}

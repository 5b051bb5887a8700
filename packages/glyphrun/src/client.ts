import { createKeyTransport, createVendorClient, type KeyRules } from "@openbalance/http";
import type {
  ClientDefaults,
  ClientOptions,
  Credential,
  SuccessBody,
  Transport,
  VendorClient,
} from "@openbalance/http";
import type { paths } from "./generated/openapi.ts";
import { reads } from "./generated/reads.ts";
import { readGlyphrunProblem } from "./problem.ts";

export type GlyphrunClient = VendorClient<paths>;

/** The documented body of `GET /wallet/balance`. Its amounts are doubles; read the text for exact ones. */
export type GlyphrunBalanceReply = SuccessBody<paths["/wallet/balance"]["get"]>;

export interface GlyphrunOptions extends ClientOptions {
  /**
   * A token of a Privy login, which lasts about an hour, or a function that gives a fresh one.
   * https://docs.glyphrun.com/en/reference/wallet-balance
   */
  readonly token: Credential;
}

const rules: KeyRules<"token"> = {
  vendor: "glyphrun",
  baseUrl: "https://api.glyphrun.com",
  option: "token",
  prefix: "Bearer ",
  reads,
  rateLimits: [{ requests: 100, perMs: 60_000 }],
  readProblem: readGlyphrunProblem,
};

/** Creates a client of the GlyphRun API. Throws `config` when the token is missing or malformed. */
export function createGlyphrunClient(options: GlyphrunOptions & ClientDefaults): GlyphrunClient {
  return createVendorClient(createGlyphrunTransport, options);
}

/** What the client sends its requests through; it gives the text of a reply. Throws `config` as the client does. */
export function createGlyphrunTransport(options: GlyphrunOptions): Transport<paths> {
  return createKeyTransport(rules, options);
}

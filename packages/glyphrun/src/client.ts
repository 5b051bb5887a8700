import {
  checkCredential,
  createVendorClient,
  refuseUnknownOptions,
  sendCredential,
  type ClientOptions,
  type Credential,
  type SuccessBody,
  type VendorClient,
} from "@openbalance/http";
import type { paths } from "./generated/openapi.ts";
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

/** Creates a client of the GlyphRun API. Throws `config` when the token is missing or malformed. */
export function createGlyphrunClient(options: GlyphrunOptions): GlyphrunClient {
  refuseUnknownOptions("glyphrun", options, ["token"]);
  const { token } = options;
  checkCredential("glyphrun", "token", token);
  return createVendorClient<paths>(
    {
      vendor: "glyphrun",
      baseUrl: "https://api.glyphrun.com",
      authorize: sendCredential("glyphrun", "token", token, "authorization", (value) => `Bearer ${value}`),
      readProblem: readGlyphrunProblem,
    },
    options,
  );
}

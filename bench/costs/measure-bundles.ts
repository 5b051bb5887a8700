import { fileURLToPath } from "node:url";
import { bundleModule } from "../../scripts/bundle-size.ts";

export interface BundleSize {
  readonly gzippedBytes: number;
  /** What the bundle needs around it; absent when it runs anywhere. */
  readonly needs?: "a browser" | "Node";
}

const resolveFolder = fileURLToPath(new URL("../", import.meta.url));

/** The size of a module that makes one call, for the first platform that it can be bundled for. */
export async function measureBundle(source: string): Promise<BundleSize> {
  for (const [platform, needs] of [
    ["neutral", undefined],
    ["browser", "a browser"],
  ] as const) {
    try {
      const { gzippedBytes } = await bundleModule(source, { resolveFolder, platform });
      return needs === undefined ? { gzippedBytes } : { gzippedBytes, needs };
    } catch {
      // It imports something of the platform; the next one may have it.
    }
  }
  const { gzippedBytes } = await bundleModule(source, { resolveFolder, platform: "node" });
  return { gzippedBytes, needs: "Node" };
}

/** One call with each of the others, as its documentation makes it. */
export const peerCalls: Readonly<Record<string, string>> = {
  telnyx: `import Telnyx from "telnyx"; export const read = (apiKey) => new Telnyx({ apiKey }).balance.retrieve();`,
  openai: `import OpenAI from "openai"; export const read = (apiKey) => new OpenAI({ apiKey }).models.retrieve("balance");`,
  "flexprice-sdk": `import { Flexprice } from "@flexprice/sdk"; export const read = (apiKeyAuth, serverURL, id) => new Flexprice({ apiKeyAuth, serverURL }).wallets.getWalletBalance(id);`,
  stripe: `import { Stripe } from "stripe"; export const read = (key) => new Stripe(key).balance.retrieve();`,
  "openapi-fetch": `import createClient from "openapi-fetch"; export const read = (baseUrl, headers) => createClient({ baseUrl, headers }).GET("/balance");`,
  ky: `import ky from "ky"; export const read = (prefix, headers) => ky.create({ prefix, headers }).get("balance").json();`,
  "octokit-request": `import { request } from "@octokit/request"; export const read = (baseUrl, headers) => request.defaults({ baseUrl, headers })("GET /balance");`,
};

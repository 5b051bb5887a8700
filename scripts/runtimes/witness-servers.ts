import {
  htmlPage,
  hugeBody,
  redirectTo,
  resetBeforeHeaders,
  stallBody,
  startFaultServer,
  startMocks,
  truncatedBody,
  type Fault,
} from "@openbalance/testing";

export type Addresses = Readonly<Record<string, string>>;

/** What a witness reads from, and with which keys. */
export interface WitnessSettings {
  readonly urls: Addresses;
  readonly faults: Addresses;
  readonly keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface WitnessServers extends AsyncDisposable {
  readonly settings: WitnessSettings;
}

const faults: Readonly<Record<string, Fault>> = {
  reset: resetBeforeHeaders(),
  stalled: stallBody(),
  truncated: truncatedBody(),
  redirecting: redirectTo("http://127.0.0.1/elsewhere"),
  html: htmlPage(),
  huge: hugeBody(),
};

/** Starts five mocks and a server for each fault. */
export async function startWitnessServers(): Promise<WitnessServers> {
  const mocks = await startMocks(["bytenite", "flexprice", "telnyx", "glyphrun", "bitfront"]);
  const started = await Promise.all(
    Object.entries(faults).map(async ([name, fault]) => ({ name, server: await startFaultServer(fault) })),
  );
  const closed = await startFaultServer(resetBeforeHeaders());
  await closed.close();
  const addresses = started.map(({ name, server }) => [name, server.url]);
  return {
    settings: {
      urls: mocks.urls,
      faults: { refused: closed.url, ...Object.fromEntries(addresses) },
      keys: {
        bytenite: { apiKey: "demo-bytenite-key", authBaseUrl: mocks.urls.bytenite },
        flexprice: { apiKey: "sk_demo_flexprice", walletId: "wallet_01J9ZQ4N" },
        telnyx: { apiKey: "KEY_demo_telnyx" },
        glyphrun: { token: "demo-glyphrun-token" },
        bitfront: { apiKey: "demo-bitfront-key", apiSecret: "demo-bitfront-secret" },
      },
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([mocks.close(), ...started.map(({ server }) => server.close())]);
    },
  };
}

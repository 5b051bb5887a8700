import { replyJson, startFaultServer, type Fault, type FaultServer } from "@openbalance/testing";
import { createByteniteClient, type ByteniteClient, type ByteniteKeyOptions } from "../src/index.ts";

export const apiKey = "example-api-key-1f0c";

/** A server with a wallet below /wallet and a key exchange below /auth, which play faults of their own. */
export async function startWalletServer(faults: {
  readonly exchange: Fault;
  readonly balance?: Fault;
}): Promise<FaultServer> {
  const { exchange, balance = replyJson({ totalBalance: 1, availableBalance: 1 }) } = faults;
  return startFaultServer((call) => (isExchange(call.request.rawUrl) ? exchange(call) : balance(call)));
}

function isExchange(rawUrl: string): boolean {
  return rawUrl === "/auth/access_token";
}

/** A client of that server that exchanges its key there. */
export function clientOf(server: FaultServer, options: Partial<ByteniteKeyOptions> = {}): ByteniteClient {
  return createByteniteClient({
    apiKey,
    baseUrl: `${server.url}/wallet`,
    authBaseUrl: `${server.url}/auth`,
    ...options,
  });
}

/** Answers each exchange with the next token: token-1, token-2 and so on. */
export function issueTokens(expiresIn?: unknown): Fault {
  let issued = 0;
  return (call) => replyJson({ token: `token-${(issued += 1)}`, expiresIn })(call);
}

/** Refuses the given tokens and answers the others with a balance. */
export function refuseTokens(...refused: readonly string[]): Fault {
  return (call) => {
    const isRefused = refused.includes(call.request.headers.authorization ?? "");
    const reply = isRefused ? { code: 16, message: "The access token is expired" } : { totalBalance: 1 };
    return replyJson(reply, { status: isRefused ? 401 : 200 })(call);
  };
}

export function exchangesAt(server: FaultServer): number {
  return server.requests.filter(({ rawUrl }) => isExchange(rawUrl)).length;
}

/** What the balance was asked for with, oldest first. */
export function tokensAt(server: FaultServer): readonly (string | undefined)[] {
  return server.requests
    .filter(({ rawUrl }) => !isExchange(rawUrl))
    .map(({ headers }) => headers.authorization);
}

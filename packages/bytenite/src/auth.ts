import {
  createTransport,
  ownOptions,
  parseBaseUrl,
  problemFromCode,
  resolveCredential,
  textAt,
} from "@openbalance/http";
import type { ClientOptions, Credential, Exchange, Problem, Reply, TextReply } from "@openbalance/http";
import { reads } from "./generated/reads.ts";
import { readByteniteProblem } from "./problem.ts";
import { createSharedWork } from "./shared-work.ts";

/** Access tokens for one API key. */
export interface AccessTokens {
  /** The current token, or a new one. Callers at the same time share one exchange. */
  get(signal: AbortSignal): Promise<string>;
  /** Forgets a refused token, unless another has taken its place already. */
  drop(token: string): void;
}

interface AccessToken {
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly renewAtMs: number;
}

const path = "/access_token";

/**
 * Exchanges an API key for access tokens, which last about an hour and cannot be refreshed.
 * https://docs.bytenite.com/api-reference/authentication-api/access-token
 */
export function createAccessTokens(
  apiKey: Credential,
  authBaseUrl: string,
  options: ClientOptions,
): AccessTokens {
  const baseUrl = parseBaseUrl("bytenite", "authBaseUrl", authBaseUrl);
  const { exchange } = createTransport(
    { vendor: "bytenite", baseUrl, reads, authorize: () => undefined, readProblem: readTokenProblem },
    { ...options, baseUrl },
  );
  let token: AccessToken | undefined;
  const renew = createSharedWork(async (signal) => {
    token = readToken(await requestToken(apiKey, new URL(baseUrl + path), exchange, signal));
    return token.text;
  });
  return {
    async get(signal) {
      return token !== undefined && Date.now() < token.renewAtMs ? token.text : renew(signal);
    },
    drop(refused) {
      if (token?.text === refused) token = undefined;
    },
  };
}

async function requestToken(
  apiKey: Credential,
  url: URL,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<TextReply> {
  const key = await resolveCredential("bytenite", "apiKey", apiKey);
  const body = JSON.stringify({ apiKey: key });
  const headers = { accept: "application/json", "content-type": "application/json" };
  // A gateway that repeats what it was sent may repeat it with JSON's escapes.
  const secrets = [key, JSON.stringify(key).slice(1, -1)];
  const repeatable = reads.includes(`POST ${path}`);
  const request = { method: "POST", url, path, headers, body, secrets, repeatable };
  return exchange(ownOptions(request), signal);
}

function readTokenProblem(reply: Reply): Problem | undefined {
  const problem = readByteniteProblem(reply);
  if (problem !== undefined) return problem;
  const text = tokenText(reply);
  if (text === undefined)
    return problemFromCode("bad_response", { reason: "the reply holds no access token" });
  if (!/^[\x21-\x7e]+$/.test(text)) {
    return problemFromCode("bad_response", { reason: "the access token cannot stand in a header" });
  }
  return undefined;
}

function readToken(reply: TextReply): AccessToken {
  const lifeMs = lifeSeconds(reply) * 1_000;
  // A little early, so that it does not end on its way.
  const marginMs = Math.min(60_000, lifeMs / 10);
  return { text: tokenText(reply) ?? "", renewAtMs: reply.receivedAtMs + lifeMs - marginMs };
}

function tokenText({ body }: Reply): string | undefined {
  const token: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "token") : undefined;
  return typeof token === "string" && token !== "" ? token : undefined;
}

/** Seconds, in a string or as a number. Without them a token is kept until it is refused. */
function lifeSeconds({ body }: Reply): number {
  const text = textAt(body, "expiresIn");
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

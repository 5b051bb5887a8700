import { createDeepseekClient } from "@openbalance/deepseek";
import { afterEach, expect, it } from "vitest";
import {
  decodeMoonshotBalance,
  decodeStripeBalance,
  deepseekAccount,
  moonshotAccount,
  readBalance,
  readBalances,
  stripeAccount,
  sumBalances,
  twilioAccount,
} from "../src/index.ts";

const polluted: string[] = [];

/** Writes on the prototype of every object, as a library with a fault may do. */
function pollute(members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    polluted.push(name);
    // What the code under test must not see.
    Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  }
}

afterEach(() => {
  for (const name of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, name);
});

interface Sent {
  readonly href: string;
  readonly headers: Headers;
}

/** A fetch that answers with the body and remembers what it was sent. */
function recordingFetch(body: object): { readonly fetch: typeof globalThis.fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const text = JSON.stringify(body);
  const fetch: typeof globalThis.fetch = async (href, init) => {
    sent.push({
      href: href instanceof Request ? href.url : String(href),
      headers: new Headers(init?.headers),
    });
    return new Response(text, { headers: { "content-type": "application/json" } });
  };
  return { fetch, sent };
}

const money = { is_available: true, balance_infos: [{ currency: "USD", total_balance: "1" }] };

it("sends a key to its vendor whatever stands on the prototype of all objects", async () => {
  const { fetch, sent } = recordingFetch(money);
  const stolen = recordingFetch(money);
  pollute({ baseUrl: "https://evil.example", fetch: stolen.fetch, client: {}, retry: { attempts: 77 } });
  const account = deepseekAccount({ apiKey: "sk-0123456789abcdef", fetch });
  await readBalance(account);
  expect(sent.map(({ href }) => href)).toEqual(["https://api.deepseek.com/user/balance"]);
  expect(stolen.sent).toEqual([]);
});

it("sends a call of a typed client to its vendor, with nothing that stands there", async () => {
  const { fetch, sent } = recordingFetch(money);
  const stolen = recordingFetch(money);
  pollute({ baseUrl: "https://evil.example", fetch: stolen.fetch, body: "theirs", parseAs: "blob" });
  pollute({ headers: { "x-theirs": "1" }, params: { query: { theirs: 1 } }, middleware: [{}] });
  const client = createDeepseekClient({ apiKey: "sk-0123456789abcdef", fetch });
  const { data } = await client.GET("/user/balance");
  expect(data).toEqual(money);
  await client.GET("/user/balance", { params: {}, headers: {} });
  expect(sent.map(({ href }) => href)).toEqual(Array(2).fill("https://api.deepseek.com/user/balance"));
  expect(sent.map(({ headers }) => headers.has("x-theirs"))).toEqual([false, false]);
  expect(stolen.sent).toEqual([]);
});

it("takes no credential, label or deadline from there", async () => {
  pollute({ apiKey: "sk-of-somebody-else", ref: "theirs", timeoutMs: 1, signal: AbortSignal.abort() });
  expect(() => deepseekAccount({} as never)).toThrow("`apiKey` is missing");
  const { fetch } = recordingFetch(money);
  const account = deepseekAccount({ apiKey: "sk-0123456789abcdef", fetch });
  expect(account.ref).toBe("deepseek");
  expect((await readBalance(account)).balances).toHaveLength(1);
  expect((await readBalances([account])).results).toMatchObject([{ ok: true }]);
});

it("takes no region, currency, user or connected account from there", async () => {
  const moonshot = recordingFetch({ code: 0, data: { available_balance: 1 } });
  const stripe = recordingFetch({ available: [{ amount: 5, currency: "usd" }] });
  const twilio = recordingFetch({ balance: "1", currency: "USD" });
  const key = { apiKey: "sk-0123456789abcdef" } as const;
  pollute({
    region: "china",
    currency: "CNY",
    connectedAccount: "acct_theirs",
    apiKeySid: `SK${"0".repeat(32)}`,
  });
  await readBalance(moonshotAccount({ ...key, region: "international", fetch: moonshot.fetch }));
  await readBalance(stripeAccount({ ...key, fetch: stripe.fetch }));
  const accountSid = `AC${"1".repeat(32)}`;
  await readBalance(twilioAccount({ accountSid, authToken: "0".repeat(32), fetch: twilio.fetch }));
  expect(moonshot.sent[0]?.href).toBe("https://api.moonshot.ai/v1/users/me/balance");
  expect(stripe.sent[0]?.headers.has("stripe-account")).toBe(false);
  expect(atob(twilio.sent[0]?.headers.get("authorization")?.slice("Basic ".length) ?? "")).toMatch(/^AC1/);
});

it("decodes and adds without it", () => {
  const reply = {
    status: 200,
    fetchedAt: "2026-11-26T00:00:00Z",
    text: '{"code":0,"data":{"available_balance":1.5}}',
  };
  pollute({ region: "china", asset: { id: "fake:asset" }, ref: "theirs", includePools: true });
  const snapshot = decodeMoonshotBalance(reply);
  expect(snapshot.balances[0]?.asset).toEqual({ kind: "unknown", id: "moonshot:unknown" });
  expect(snapshot.account.ref).toBe("moonshot");
  const issuing = { available: [{ amount: 500, currency: "usd" }] };
  const pools = decodeStripeBalance({
    ...reply,
    text: JSON.stringify({ available: [], pending: [], issuing }),
  });
  expect(sumBalances([pools], "available")).toMatchObject([{ counted: [], leftOut: [{ index: 0 }] }]);
});

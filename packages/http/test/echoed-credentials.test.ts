import { describe, expect, it } from "vitest";
import { checkClientOptions } from "../src/options/client-options.ts";
import { createExchange } from "../src/exchange/exchange.ts";
import {
  createBasicTransport,
  createKeyTransport,
  createVendorClient,
  strikeEchoes,
  type BasicRules,
  type KeyRules,
  type VendorClient,
} from "../src/index.ts";
import { readAcmeProblem, type AcmePaths } from "./acme.ts";
import { scriptedFetch, type ScriptedFetch } from "./scripted-fetch.ts";

const key = "sk_Live+7f/3a9c2e51d8Qz04==b604";
// More digits than a double holds, in two spellings.
const amounts = '"balance": 90071992547409931.10, "other": "1e2"';

interface Options {
  readonly apiKey: string;
  readonly user: string;
  readonly fetch: ScriptedFetch;
}

const common = {
  vendor: "acme",
  baseUrl: "https://api.acme.example/v1",
  reads: ["GET /balance"],
  readProblem: readAcmeProblem,
} as const;

function keyClient(rules: Partial<KeyRules<"apiKey">>, body: string): VendorClient<AcmePaths> {
  const options = { apiKey: key, fetch: scriptedFetch({ body }) };
  const all: KeyRules<"apiKey"> = { ...common, option: "apiKey", ...rules };
  return createVendorClient(() => createKeyTransport<AcmePaths, typeof options>(all, options), {});
}

function basicClient(body: string): VendorClient<AcmePaths> {
  const options: Options = { apiKey: key, user: "AC0123456789", fetch: scriptedFetch({ body }) };
  const rules: BasicRules<"apiKey" | "user"> = { ...common, option: "apiKey", userOption: "user" };
  return createVendorClient(() => createBasicTransport<AcmePaths, Options>(rules, options), {});
}

async function textOf(client: VendorClient<AcmePaths>): Promise<string> {
  const { data: text, response } = await client.GET("/balance", { parseAs: "text" });
  const { data } = await client.GET("/balance");
  // All that a caller can look at says the same.
  expect(data).toEqual(JSON.parse(text));
  expect(await response.text()).toBe(text);
  return text;
}

const json = (value: unknown): string => JSON.stringify(value);

describe("a credential that comes back", () => {
  it.each<[place: string, echoed: string, struck: string]>([
    ["as a value", `{"key": ${json(key)}, ${amounts}}`, `{"key": "[redacted]", ${amounts}}`],
    ["within a value", `{"by": ${json(`key ${key}!`)}, ${amounts}}`, `{"by": "key [redacted]!", ${amounts}}`],
    ["with its scheme", `{"by": ${json(`Bearer ${key}`)}, ${amounts}}`, `{"by": "[redacted]", ${amounts}}`],
    ["as a name", `{${json(key)}: {${amounts}}}`, `{"[redacted]": {${amounts}}}`],
    ["in a list", `[[${json(key)}], {${amounts}}]`, `[["[redacted]"], {${amounts}}]`],
    [
      "behind escapes",
      `{"a": "\\"", "key": ${json(key).replace("/", "\\/").replace("+", "\\u002B")}, ${amounts}}`,
      `{"a": "\\"", "key": "[redacted]", ${amounts}}`,
    ],
    ["twice", `[${json(key)},${json(key)}]`, `["[redacted]","[redacted]"]`],
  ])("%s is struck out, and nothing else changes", async (_, echoed, struck) => {
    expect(await textOf(keyClient({ prefix: "Bearer " }, echoed))).toBe(struck);
  });

  it.each<Partial<KeyRules<"apiKey">>>([
    { header: "x-api-key" },
    { header: "x-acme-token" },
    { write: (text) => `Token token="${text}"` },
  ])("is known in whatever header it went out", async (rules) => {
    expect(await textOf(keyClient(rules, `{"k":${json(key)}}`))).toBe('{"k":"[redacted]"}');
  });

  it("is the password of HTTP Basic, and not the user, by which accounts are named", async () => {
    const basic = `Basic ${btoa(`AC0123456789:${key}`)}`;
    const text = await textOf(basicClient(json({ account: "AC0123456789", key, basic })));
    expect(JSON.parse(text)).toEqual({ account: "AC0123456789", key: "[redacted]", basic: "[redacted]" });
  });

  it("is what the caller's own header and the exchange's secrets hold", async () => {
    const exchange = createExchange(
      { vendor: "acme", authorize: () => undefined, readProblem: readAcmeProblem },
      checkClientOptions("acme", {
        fetch: scriptedFetch({ body: json(["cookie-0123456789", key, "eu-central"]) }),
      }),
    );
    const headers = { cookie: "cookie-0123456789", "x-region": "eu-central" };
    const url = new URL("https://api.acme.example/v1/balance");
    const reply = await exchange({ method: "GET", url, path: "/balance", headers, secrets: [key] });
    expect(reply.body).toEqual(["[redacted]", "[redacted]", "eu-central"]);
  });

  it("leaves a reply that holds none as it came, escapes included", async () => {
    const text = '{ "a":"\\u00e9\\/", "balance":1.10 , "balance":2.50}';
    expect(await textOf(keyClient({ prefix: "Bearer " }, text))).toBe(text);
  });

  it("does not take a short value for a credential", () => {
    expect(strikeEchoes('{"mode":"test"}', ["test", "mode", ""])).toBe('{"mode":"test"}');
    expect(strikeEchoes('["hunter2","hunter22"]', ["hunter2", "hunter22"])).toBe('["hunter2","[redacted]"]');
  });

  it("leaves a number alone, also one that looks like a credential", () => {
    expect(strikeEchoes('[1234567890,"1234567890"]', ["1234567890"])).toBe('[1234567890,"[redacted]"]');
  });

  it("strikes out the longer of two that begin alike", () => {
    expect(strikeEchoes('["abcdefgh-longer"]', ["abcdefgh", "abcdefgh-longer"])).toBe('["[redacted]"]');
  });

  it("lets a text through that is no JSON", () => {
    expect(strikeEchoes(String.raw`{"a":"\q abcdefgh`, ["abcdefgh"])).toBe(String.raw`{"a":"\q abcdefgh`);
    expect(strikeEchoes(String.raw`"\q" "abcdefgh"`, ["abcdefgh"])).toBe(String.raw`"\q" "[redacted]"`);
  });
});

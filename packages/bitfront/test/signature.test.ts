import { describe, expect, it } from "vitest";
import { signBitfrontRequest, type BitfrontSignatureInput } from "../src/index.ts";

// Key, time and nonce of the worked examples in Bitfront's own document:
// https://github.com/bitfront-exchange/bitfront-api-docs/blob/master/2_Authentication_and_Security_Policy.md
const shared = {
  nonce: "12345",
  timestamp: 1_523_864_107_010,
  apiSecret: "dwjnGqCVzfHlW6Q9r4BjXpmiK1WCdMBI",
} as const;
const openOrders = {
  ...shared,
  method: "GET",
  path: "/v1/trade/openOrders",
  query: "market=ETH&currency=BTC&max=100",
} as const;
const marketOrders = {
  ...shared,
  method: "POST",
  path: "/v1/trade/marketOrders",
  body: "quantity=1&coinPair=BCH.ETH&orderSide=BUY",
} as const;

describe("published signatures", () => {
  it("signs the GET with a query as the document does", async () => {
    expect(await signBitfrontRequest(openOrders)).toBe(
      "f6f55e74ebe513b5c5b26a1c056923ce7a8dd56c0ea890d22fa603688b28ace0",
    );
  });

  it("signs the POST with a body as the document does", async () => {
    expect(await signBitfrontRequest(marketOrders)).toBe(
      "03838b25c336e0a6fb3617b9b07c9da9d91d96ab0e61598aa7e6cd1396b2b3ef",
    );
  });
});

describe("computed with OpenSSL from the same secret", () => {
  it.each([
    ["/v1/account/balances", "f23e24bfff7faf21f51eb2d36c510bd2c2cc4202fc9f1e28de06e929b318c3cd"],
    ["/v1/account/balances/BTC", "a33e4970084ca6ebe2f0186f9c723f2123cd43a5cc9c503dd5a823aa0b2e54c9"],
  ])("signs GET %s", async (path, signature) => {
    expect(await signBitfrontRequest({ ...shared, method: "GET", path })).toBe(signature);
  });
});

it.each<[changed: string, input: BitfrontSignatureInput]>([
  ["nonce", { ...openOrders, nonce: "12346" }],
  ["timestamp", { ...openOrders, timestamp: shared.timestamp + 1 }],
  ["method", { ...openOrders, method: "POST" }],
  ["path", { ...openOrders, path: "/v2/trade/openOrders" }],
  ["query", { ...openOrders, query: "market=ETH&currency=BTC&max=101" }],
  ["order of the query", { ...openOrders, query: "currency=BTC&market=ETH&max=100" }],
  ["body", { ...openOrders, body: "a" }],
  ["secret", { ...openOrders, apiSecret: "dwjnGqCVzfHlW6Q9r4BjXpmiK1WCdMBi" }],
])("signs another %s with another signature", async (_changed, input) => {
  const [changed, original] = await Promise.all([
    signBitfrontRequest(input),
    signBitfrontRequest(openOrders),
  ]);
  expect(changed).toMatch(/^[0-9a-f]{64}$/);
  expect(changed).not.toBe(original);
});

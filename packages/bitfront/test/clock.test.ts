import { replyJson, startFaultServer, type Fault } from "@openbalance/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createClock } from "../src/clock.ts";
import { createBitfrontClient } from "../src/index.ts";

const toleranceMs = 5_000;
const success = { timezone: "UTC", statusCode: 1000, statusMessage: "SUCCESS", responseData: [] };

interface ServerClock {
  /** How far the server's clock is ahead of this machine's. */
  readonly aheadMs: number;
  readonly tells: "responseTime" | "date" | "nothing";
  readonly statusCode?: 4013 | 6005;
}

/** Accepts a timestamp within five seconds of its own clock, as Bitfront did. */
function serverWithClock({ aheadMs, tells, statusCode = 6005 }: ServerClock): Fault {
  return (exchange) => {
    const nowMs = Date.now() + aheadMs;
    const sentMs = Number(exchange.request.headers["x-api-timestamp"]);
    const accepted = Math.abs(sentMs - nowMs) < toleranceMs;
    const refusal = { timezone: "UTC", statusCode, statusMessage: "The timestamp is not valid" };
    const time = tells === "responseTime" ? { responseTime: nowMs } : {};
    exchange.response.sendDate = false;
    const headers: Record<string, string> =
      tells === "nothing" ? {} : { date: new Date(nowMs).toUTCString() };
    // Where the body tells the time it comes first, so the header may be wrong.
    if (tells === "responseTime") headers["date"] = new Date(0).toUTCString();
    return replyJson({ ...(accepted ? success : refusal), ...time }, { headers })(exchange);
  };
}

const apiKey = "key";
const apiSecret = "secret";

describe.each([-600_000, 600_000])("a server whose clock is off by %i ms", (aheadMs) => {
  it.each(["responseTime", "date"] as const)("is read after one resync by %s", async (tells) => {
    await using server = await startFaultServer(serverWithClock({ aheadMs, tells }));
    const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
    const { data } = await client.GET("/v1/account/balances");
    expect(data.responseData).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });
});

it("resyncs for code 4013 as for 6005", async () => {
  const fault = serverWithClock({ aheadMs: 600_000, tells: "responseTime", statusCode: 4013 });
  await using server = await startFaultServer(fault);
  await createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url }).GET("/v1/account/balances");
  expect(server.requests).toHaveLength(2);
});

it("keeps what it learnt for the calls to come", async () => {
  await using server = await startFaultServer(serverWithClock({ aheadMs: 600_000, tells: "responseTime" }));
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  await client.GET("/v1/account/balances");
  await client.GET("/v1/account/balances");
  expect(server.requests).toHaveLength(3);
});

it("resyncs once a call and then says clock_skew", async () => {
  const refusal = replyJson({ ...success, statusCode: 6005, responseTime: Date.now() + 600_000 });
  await using server = await startFaultServer(refusal);
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  await expect(client.GET("/v1/account/balances")).rejects.toMatchObject({
    code: "clock_skew",
    retryable: false,
    vendorCode: "6005",
    attempts: 2,
  });
  expect(server.requests).toHaveLength(2);
});

it("says clock_skew at once when the reply tells no time", async () => {
  await using server = await startFaultServer(serverWithClock({ aheadMs: 600_000, tells: "nothing" }));
  const client = createBitfrontClient({ apiKey, apiSecret, baseUrl: server.url });
  await expect(client.GET("/v1/account/balances")).rejects.toMatchObject({ code: "clock_skew", attempts: 1 });
});

describe("the clock", () => {
  afterEach(() => vi.useRealTimers());
  const reply = { status: 200, headers: {}, receivedAtMs: 1_000_000 };
  const learn = (changes: object): number | undefined => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ["Date"] });
    const clock = createClock();
    return clock.learnFrom({ ...reply, ...changes }) ? clock.now() : undefined;
  };

  it("is this machine's until it learns", () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ["Date"] });
    expect(createClock().now()).toBe(1_000_000);
  });

  it("takes responseTime to the millisecond", () => {
    expect(learn({ body: { responseTime: 1_525_239_801_363 } })).toBe(1_525_239_801_363);
  });

  it("takes the middle of the second that the Date header names", () => {
    expect(learn({ headers: { date: "Wed, 02 May 2018 05:43:21 GMT" } })).toBe(1_525_239_801_500);
  });

  it.each([undefined, null, 0, -1, 1.5, "1525239801363", 2 ** 53])(
    "learns nothing from a responseTime of %s",
    (responseTime) => {
      expect(learn({ body: { responseTime } })).toBeUndefined();
    },
  );

  it.each(["", "now", "2018-05-02T05:43:21Z"])("learns nothing from the Date header %j", (date) => {
    expect(learn({ headers: { date } })).toBeUndefined();
  });
});

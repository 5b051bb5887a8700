import {
  formatHttpDate,
  rateLimited,
  replyJson,
  startFaultServer,
  status,
  type HttpDateForm,
} from "@openbalance/testing";
import { afterEach, expect, it, vi } from "vitest";
import { createAcmeClient, failureOf } from "./acme.ts";
import { recordEvents } from "./recorded.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

const ok = { balance: "5.00" };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Calls against one 429 and then a success, on a clock of its own; gives the wait before the second request. */
async function waitAfter(headers: Readonly<Record<string, string>>): Promise<number> {
  vi.useFakeTimers();
  const fetch = scriptedFetch({ status: 429, headers }, { body: ok });
  const { observe, waits } = recordEvents();
  const call = createAcmeClient({ fetch, observe }).GET("/balance");
  await vi.runAllTimersAsync();
  expect((await call).data).toEqual(ok);
  expect(fetch.calls).toHaveLength(2);
  return waits()[0] ?? Number.NaN;
}

it("[row 9] waits as long as Retry-After says", async () => {
  expect(await waitAfter({ "retry-after": "1" })).toBe(1_000);
});

it("[row 9] asks again over the wire once Retry-After has passed", async () => {
  await using server = await startFaultServer(rateLimited(1), replyJson(ok));
  await createAcmeClient({ baseUrl: server.url }).GET("/balance");
  const [first, second] = server.requests.map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1_000);
});

it.each<HttpDateForm>(["imf-fixdate", "rfc850", "asctime"])(
  "[row 10] waits until a Retry-After date in the form %s",
  async (form) => {
    vi.useFakeTimers({ now: Date.parse("2026-11-22T10:00:00Z") });
    const at = new Date("2026-11-22T10:00:20Z");
    expect(await waitAfter({ "retry-after": formatHttpDate(at, form) })).toBe(20_000);
  },
);

it("[row 10] measures a Retry-After date by the clock of the server that wrote it", async () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-22T10:00:00Z") });
  const [date, retryAfter] = ["2026-11-22T10:30:00Z", "2026-11-22T10:30:02Z"].map((at) =>
    formatHttpDate(new Date(at)),
  );
  expect(await waitAfter({ "retry-after": retryAfter ?? "", date: date ?? "" })).toBe(2_000);
});

it.each([
  ["an hour", "3600", 3_600_000],
  ["more than is left of the call", "20", 20_000],
])("[row 11] stops at once when Retry-After asks for %s", async (_, retryAfter, retryAfterMs) => {
  const fetch = scriptedFetch({ status: 429, headers: { "retry-after": retryAfter } });
  const error = await failureOf(createAcmeClient({ fetch, timeoutMs: 15_000 }).GET("/balance"));
  expect(error).toMatchObject({ code: "rate_limited", retryAfterMs, retryable: true, attempts: 1 });
  expect(fetch.calls).toHaveLength(1);
});

const malformed = ["-5", "abc", "1e9", "9".repeat(30), "", "1.5", "0x10", "NaN", "Infinity", "1, 2"];
const past = [
  "Sun, 06 Nov 1994 08:49:37 GMT",
  "Sunday, 06-Nov-94 08:49:37 GMT",
  "Sun, 99 Nov 2026 08:49:37 GMT",
];
// The platform's own reading of dates finds a year in each of these.
const almostDates = [
  "Wait 2030 01 01 00:00:00 GMT",
  "Abc, 123456 00:00:00 GMT",
  "Mon, 2030-01-01 00:00:00 GMT",
  "Sun Nov  6 08:49:37 GMT",
  "Sun, 06 Nov 2094 08:49:37 2094",
];

it.each([...malformed, ...past, ...almostDates])(
  "[row 12] backs off on its own terms when Retry-After is %j",
  async (value) => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    expect(await waitAfter({ "retry-after": value })).toBe(125);
  },
);

it("[row 12] backs off on its own terms when Retry-After comes twice", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  await using server = await startFaultServer(rateLimited(["30", "40"]), replyJson(ok));
  await createAcmeClient({ baseUrl: server.url }).GET("/balance");
  expect(server.requests).toHaveLength(2);
});

it("[row 13] waits a random part of 250 ms, then of 500 ms, without Retry-After", async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValueOnce(0.8).mockReturnValueOnce(0.2);
  const { observe, waits } = recordEvents();
  const call = failureOf(
    createAcmeClient({ fetch: scriptedFetch({ status: 429 }), observe }).GET("/balance"),
  );
  await vi.runAllTimersAsync();
  expect((await call).code).toBe("rate_limited");
  expect(waits()).toEqual([200, 100]);
});

it("never waits longer than 8 s of its own accord", async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
  const { observe, waits } = recordEvents();
  const options = {
    fetch: scriptedFetch({ status: 503 }),
    timeoutMs: 600_000,
    retry: { attempts: 9 },
  } as const;
  const call = failureOf(createAcmeClient({ ...options, observe }).GET("/balance"));
  await vi.runAllTimersAsync();
  await call;
  expect(waits()).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
});

it.each([NaN, -1, Infinity])("ignores a wait of %d ms from the vendor's own rules", async (retryAfterMs) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const fetch = scriptedFetch({ status: 429 }, { body: ok });
  const readProblem = ({ status: code }: { status: number }) =>
    code === 429 ? ({ code: "rate_limited", retry: "later", retryAfterMs } as const) : undefined;
  const { data } = await createAcmeClient({ fetch, rules: { readProblem } }).GET("/balance");
  expect(data).toEqual(ok);
});

it.each([
  ["[row 14]", 408],
  ["[row 14]", 425],
  ["[row 15]", 500],
  ["[row 15]", 502],
  ["[row 15]", 503],
  ["[row 15]", 504],
] as const)("%s asks again after %i and succeeds", async (_, code) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  await using server = await startFaultServer(status(code), replyJson(ok));
  const { observe, events } = recordEvents();
  const { data } = await createAcmeClient({ baseUrl: server.url, observe }).GET("/balance");
  expect(data).toEqual(ok);
  expect(events.at(-1)).toMatchObject({ type: "end", attempts: 2 });
  expect(server.requests).toHaveLength(2);
});

it.each([
  [500, "server_error"],
  [503, "unavailable"],
] as const)("[row 16] gives up after three requests when %i never ends", async (code, expected) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  await using server = await startFaultServer(status(code));
  const error = await failureOf(createAcmeClient({ baseUrl: server.url }).GET("/balance"));
  expect(error).toMatchObject({ code: expected, httpStatus: code, attempts: 3, retryable: true });
  expect(server.requests).toHaveLength(3);
});

it.each([
  [false, 1],
  [{ attempts: 1 }, 1],
  [{ attempts: 5 }, 5],
] as const)("with retry %j sends %i requests in all", async (retry, requests) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const fetch = scriptedFetch({ status: 503 });
  const error = await failureOf(createAcmeClient({ fetch, retry }).GET("/balance"));
  expect([error.attempts, fetch.calls.length]).toEqual([requests, requests]);
});

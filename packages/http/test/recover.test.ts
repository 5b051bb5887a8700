import { dateHeader, replyJson, startFaultServer } from "@openbalance/testing";
import { afterEach, expect, it, vi } from "vitest";
import { parseHttpDate, type VendorRules } from "../src/index.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { recordEvents } from "./recorded.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const skewed = { statusCode: 4013, message: "Bad timestamp" };

/** A vendor that wants the time of its own clock in a header, and signs nothing else. */
function timedRules(): Pick<VendorRules, "authorize" | "recover"> {
  let offsetMs = 0;
  let nonce = 0;
  return {
    authorize({ headers }) {
      headers["x-time"] = String(Date.now() + offsetMs);
      headers["x-nonce"] = String((nonce += 1));
    },
    recover({ code }, { headers, receivedAtMs }) {
      const theirs = parseHttpDate(headers["date"]);
      if (code !== "clock_skew" || theirs === undefined) return false;
      offsetMs = theirs - receivedAtMs;
      return true;
    },
  };
}

it.each([600_000, -600_000])(
  "[row 58] learns a clock that is %d ms off from the reply and asks once more",
  async (skewMs) => {
    const date = new Date(Date.now() + skewMs);
    const refuse = dateHeader(date, replyJson(skewed));
    await using server = await startFaultServer(refuse, replyJson({ statusCode: 1000 }));
    const client = createAcmeClient({ baseUrl: server.url, rules: timedRules(), retry: false });
    expect((await client.GET("/balance")).response.status).toBe(200);
    const sentAt = server.requests.map(({ headers }) => Number(headers["x-time"]));
    expect(sentAt).toHaveLength(2);
    expect(Math.round(((sentAt[1] ?? 0) - (sentAt[0] ?? 0)) / 10_000)).toBe(skewMs / 10_000);
  },
);

it("[row 58] calls it clock_skew when the second request is refused too", async () => {
  const fetch = scriptedFetch({ body: skewed, headers: { date: new Date().toUTCString() } });
  const error = await failureOf(createAcmeClient({ fetch, rules: timedRules() }).GET("/balance"));
  expect(error).toMatchObject({ code: "clock_skew", attempts: 2, retryable: false, vendorCode: "4013" });
});

it("[row 59] authorises every attempt anew", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const replayed = { body: { statusCode: 4005 } };
  const fetch = scriptedFetch(replayed, { status: 503 }, { body: { statusCode: 1000 } });
  await createAcmeClient({ fetch, rules: timedRules() }).GET("/balance");
  const nonces = fetch.calls.map(({ init }) => new Headers(init.headers).get("x-nonce"));
  expect(nonces).toEqual(["1", "2", "3"]);
});

it("[row 59] signs a replayed request anew at once, as one of its attempts", async () => {
  const { observe, waits } = recordEvents();
  const fetch = scriptedFetch({ body: { statusCode: 4005 } });
  const error = await failureOf(createAcmeClient({ fetch, observe }).GET("/balance"));
  expect(error).toMatchObject({ code: "replayed", attempts: 3, retryable: true });
  expect([waits(), fetch.calls.length]).toEqual([[0, 0], 3]);
});

it("mends a request once a call, and again in the next call", async () => {
  const recover = vi.fn<() => boolean>(() => true);
  const fetch = scriptedFetch({ status: 401 });
  const client = createAcmeClient({ fetch, rules: { recover } });
  expect((await failureOf(client.GET("/balance"))).attempts).toBe(2);
  expect((await failureOf(client.GET("/balance"))).attempts).toBe(2);
  expect(recover).toHaveBeenCalledTimes(2);
});

it("shows what was sent to the rule that mends", async () => {
  const tokens: string[] = [];
  const recover: VendorRules["recover"] = (_problem, _reply, sent) => {
    tokens.push(sent.headers["authorization"] ?? "");
    return true;
  };
  let issued = 0;
  const client = createAcmeClient({
    apiKey: () => `token-${(issued += 1)}`,
    fetch: scriptedFetch({ status: 401 }),
    rules: { recover },
  });
  await failureOf(client.GET("/balance"));
  expect(tokens).toEqual(["Bearer token-1"]);
});

it("does not ask to mend a request that got no reply", async () => {
  const recover = vi.fn<() => boolean>(() => true);
  const fetch = scriptedFetch(new TypeError("fetch failed"));
  await failureOf(createAcmeClient({ fetch, rules: { recover }, retry: false }).GET("/balance"));
  expect(recover).not.toHaveBeenCalled();
});

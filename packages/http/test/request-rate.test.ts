import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createKeyTransport, createTextReader, type Credential, type KeyRules } from "../src/index.ts";
import type { RateLimit } from "../src/options/rate-limit.ts";
import type { RequestRate } from "../src/transport/request-rate.ts";
import { acmeReads, failureOf, readAcmeProblem, type AcmePaths } from "./acme.ts";
import { scriptedFetch, type ScriptedAnswer } from "./scripted-fetch.ts";

interface Options {
  readonly token: Credential;
  readonly baseUrl?: string;
  readonly rateLimit?: RateLimit | false;
  readonly fetch?: typeof globalThis.fetch;
  readonly retry?: false;
}

const rules: KeyRules<"token"> = {
  vendor: "acme",
  baseUrl: "https://api.acme.example",
  option: "token",
  reads: acmeReads,
  readProblem: readAcmeProblem,
};

function rateOf(options: Options, own: Partial<KeyRules<"token">> = {}): RequestRate {
  return createKeyTransport<AcmePaths, Options>({ ...rules, ...own }, options).rate;
}

/** What a vendor's refusal tells who paces its key. */
async function slowedBy(...answers: readonly ScriptedAnswer[]): Promise<readonly unknown[][]> {
  const options: Options = { token: "t", retry: false, fetch: scriptedFetch(...answers) };
  const transport = createKeyTransport<AcmePaths, Options>(rules, options);
  const listener = vi.fn<(waitMs: number | undefined) => void>();
  transport.rate.onSlowed(listener);
  const read = createTextReader(transport, "/balance", {});
  for (const { status } of answers as readonly { readonly status: number }[]) {
    if (status === 200) await read();
    else await failureOf(read());
  }
  return listener.mock.calls;
}

const token = (): string => "t";

describe("the rate of a key", () => {
  it("is what the caller says, else what the vendor documents, else a careful one", () => {
    const rateLimits = [{ requests: 3, perMs: 1_000 }];
    expect(rateOf({ token: "t" }, { rateLimits }).limits).toBe(rateLimits);
    expect(rateOf({ token: "t" }).limits).toEqual([{ requests: 100, perMs: 10_000 }]);
    const own = { requests: 1, perMs: 5 };
    expect(rateOf({ token: "t", rateLimit: own }, { rateLimits }).limits).toEqual([own]);
    expect(rateOf({ token: "t", rateLimit: false }, { rateLimits }).limits).toEqual([]);
  });

  it("is shared by all transports of one key at one place, and by none other", () => {
    expect(rateOf({ token: "t" }).sharedKey).toBe(rateOf({ token: "t" }).sharedKey);
    expect(rateOf({ token }).sharedKey).toBe(rateOf({ token }).sharedKey);
    const apart = [
      rateOf({ token: "t" }),
      rateOf({ token: "u" }),
      rateOf({ token: "1" }),
      rateOf({ token }),
      rateOf({ token: () => "t" }),
      rateOf({ token: "t", baseUrl: "https://eu.acme.example" }),
    ];
    expect(new Set(apart.map(({ sharedKey }) => sharedKey)).size).toBe(apart.length);
    const byAddress = { rateLimitedBy: "address" } as const;
    expect(rateOf({ token: "t" }, byAddress).sharedKey).toBe(rateOf({ token: "u" }, byAddress).sharedKey);
  });

  it("hears of every refusal that asks for a pause, in milliseconds, and of one of the rate without any", async () => {
    expect(await slowedBy({ status: 429, headers: { "retry-after": "7" } }, { status: 429 })).toEqual([
      [7_000],
      [undefined],
    ]);
    expect(await slowedBy({ status: 503, headers: { "retry-after": "90" } })).toEqual([[90_000]]);
    expect(await slowedBy({ status: 500 }, { status: 401 }, { status: 200 })).toEqual([]);
  });

  it("does not show the key", () => {
    expect(inspect(rateOf({ token: "t0p-s3cr3t" }), { depth: 9, showHidden: true })).not.toContain("s3cr3t");
  });
});

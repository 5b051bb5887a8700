import { afterEach, describe, expect, it, vi } from "vitest";
import { readBalancesStream } from "../src/read/read-balances-stream.ts";
import { account, pendingRead } from "./accounts.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the deadline of a stream", () => {
  it("lets reads end that are still under way when its timer comes before their own", async () => {
    const trueNow = performance.now.bind(performance);
    let aheadMs = 0;
    vi.spyOn(performance, "now").mockImplementation(() => trueNow() + aheadMs);
    const { read } = pendingRead({ heedsSignal: false });
    const slow = account("slow", async (signal) => {
      // The read has its timer already. Timers count whole milliseconds, so that of the stream may well be earlier.
      aheadMs = 40;
      setTimeout(() => (aheadMs = 0), 1);
      return read(signal);
    });
    const codes: string[] = [];
    for await (const result of readBalancesStream([slow], { timeoutMs: 60 })) {
      codes.push(result.ok ? "ok" : result.error.code);
    }
    expect(codes).toEqual(["timeout"]);
  });
});

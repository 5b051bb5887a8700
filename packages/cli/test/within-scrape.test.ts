import { expect, it } from "vitest";
import { scrapeDeadlineMs, settleWithin } from "../src/commands/serve/within-scrape.ts";

const never = new Promise<void>(() => undefined);

it("a scrape waits for all, or as long as there is time, and shows a fault to whoever asks", async () => {
  await settleWithin([Promise.resolve()], 60_000);
  await settleWithin([Promise.resolve(), never], 1);
  await expect(settleWithin([never, Promise.reject(new TypeError("a fault"))], 60_000)).rejects.toThrow(
    "a fault",
  );
});

function within(seconds?: string): number {
  return scrapeDeadlineMs({ "x-prometheus-scrape-timeout-seconds": seconds });
}

it("a scrape has most of the time that it says, and of ten seconds where it says none that is one", () => {
  expect([within("5"), within(), within("0"), within("soon"), within("1e9")]).toEqual([
    4_000, 8_000, 8_000, 8_000, 8_000,
  ]);
});

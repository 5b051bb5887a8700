// Appends reports whose lines are of 300 kB to 2 MB, and says which are written: one of several processes that do so.
import { appendReadings } from "../src/readings/append-readings.ts";
import type { Reading } from "../src/readings/reading.ts";

const [folder = "", account = "", count = "0"] = process.argv.slice(2);
const lengths = [300_000, 600_000, 1_200_000, 2_000_000];
const startMs = Date.UTC(2026, 10, 1);
for (let number = 0; number < Number(count); number += 1) {
  const length = lengths[number % lengths.length];
  const amounts = { total: String(number) as `${number}` };
  const readings = ["short", "l".repeat(length ?? 0)].map((asset): Reading => {
    return {
      at: new Date(startMs + number * 1_000).toISOString(),
      vendor: "telnyx",
      account,
      asset,
      amounts,
    };
  });
  await appendReadings(folder, readings);
  process.stdout.write(`${account} ${number}\n`);
}

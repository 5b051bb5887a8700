// Appends readings one after another and says which are written; a test kills it in the middle.
import { appendReadings } from "../src/readings/append-readings.ts";

const [folder = "", first = "0"] = process.argv.slice(2);
for (let number = Number(first); ; number += 1) {
  const at = new Date(Date.UTC(2026, 10, 1) + number * 1_000).toISOString();
  // As long as a number of a reply can be, so that there is a middle to be killed in.
  const amounts = { total: String(number) as `${number}`, available: "1".repeat(300) as `${number}` };
  await appendReadings(folder, [{ at, vendor: "telnyx", account: "prod", asset: "iso4217:USD", amounts }]);
  process.stdout.write(`${number}\n`);
}

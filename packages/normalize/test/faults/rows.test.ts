import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";

// The faults that end in a decoder or in the reading of many accounts; those of the transport are proven in packages/http.
const expected = [43, 44, 45, 46, 48, 49, 61];

it("proves every fault of the matrix that concerns decoders", async () => {
  const folder = new URL(".", import.meta.url);
  const files = (await readdir(folder)).filter(
    (name) => name.endsWith(".test.ts") && name !== "rows.test.ts",
  );
  const sources = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
  const rows = sources.flatMap((text) => [...text.matchAll(/\[row (\d+)\]/g)].map(([, row]) => Number(row)));
  expect([...new Set(rows)].toSorted((a, b) => a - b)).toEqual(expected);
});

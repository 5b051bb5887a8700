import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";

// The faults of the table in docs/failures.md that end in a decoder or in the reading of many accounts
// are proven in packages/normalize.
const provenElsewhere = new Set([43, 44, 45, 46, 48, 49, 61]);
const faults = 64;

it("proves every fault of the matrix that concerns the transport", async () => {
  const folder = new URL(".", import.meta.url);
  const files = (await readdir(folder)).filter(
    (name) => name.endsWith(".test.ts") && name !== "rows.test.ts",
  );
  const sources = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
  const proven = new Set(
    sources.flatMap((text) => [...text.matchAll(/\[row (\d+)\]/g)].map(([, row]) => Number(row))),
  );
  const expected = Array.from({ length: faults }, (_, index) => index + 1).filter(
    (row) => !provenElsewhere.has(row),
  );
  expect([...proven].toSorted((a, b) => a - b)).toEqual(expected);
});

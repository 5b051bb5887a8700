import { expect, it } from "vitest";
import { renderPage } from "../scripts/balance-model-page.ts";

it("docs/balance-model.md shows the capability tables as they are; `pnpm docs:tables` mends it", async () => {
  const { found, expected } = await renderPage();
  expect(found, "run `pnpm docs:tables`").toBe(expected);
});

import { expect, it } from "vitest";
import { renderPages } from "../scripts/capability-pages.ts";

it.each(await renderPages())(
  "$name shows the capability tables as they are; `pnpm docs:tables` mends it",
  ({ found, expected }) => {
    expect(found, "run `pnpm docs:tables`").toBe(expected);
  },
);

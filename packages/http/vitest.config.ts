import { defineConfig } from "vitest/config";
import shared from "../../vitest.config.ts";

/** Every fault is proven over both ways of sending: Node's dispatcher, and fetch where there is none. */
export default defineConfig({
  test: {
    ...shared.test,
    projects: [
      { extends: true, test: { name: "dispatcher" } },
      {
        extends: true,
        test: {
          name: "fetch",
          setupFiles: ["test/through-fetch.ts"],
          exclude: ["test/fetch/**", "test/rows.test.ts"],
        },
      },
    ],
  },
});

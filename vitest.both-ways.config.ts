import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** For the transport: every fault is proven over Node's dispatcher, and over fetch, which is used where there is none. */
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

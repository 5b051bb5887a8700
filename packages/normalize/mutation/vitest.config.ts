import type { ViteUserConfig } from "vitest/config";

/**
 * The tests that look at decimals and decoders. Every mutant runs those that reach it, so the slow ones are left out:
 * for the laws stands a short pass of the fuzzer, which holds the decoders against the same reference.
 */
const config: ViteUserConfig = {
  test: {
    include: [
      "mutation/*.test.ts",
      "test/decimal*.test.ts",
      "test/exact-json*.test.ts",
      "test/reply-node.test.ts",
      "test/balance-row.test.ts",
      "test/check-sum.test.ts",
      "test/requesting-account.test.ts",
      "test/utc-time.test.ts",
      "test/asset.test.ts",
      "test/vendor-reply.test.ts",
      "test/to-scale.test.ts",
      "test/to-minor-units.test.ts",
      "test/conformance/vendors.test.ts",
      "test/vendors/*.test.ts",
    ],
    setupFiles: ["mutation/no-shrinking.ts"],
    testTimeout: 30_000,
  },
};

export default config;

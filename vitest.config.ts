import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Shared by every package; the results are counted by `scripts/verify.ts`. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-results.json" }]],
    // turbo runs as many packages at once as there are cores; each gets its share of them.
    maxWorkers: Math.max(1, Math.floor(availableParallelism() / 2)),
    // Guards against a hang, not against a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});

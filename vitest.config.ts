import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/property-seed.ts", "tests/solver.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

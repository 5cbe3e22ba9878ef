import { defineConfig } from "vitest/config";

/** A proof of many studies, which tests/bench/attack.mjs runs and the suite has no time for. */
export default defineConfig({
  test: { include: ["tests/bench/attack/many-studies.ts"], setupFiles: ["tests/solver.ts"] },
});

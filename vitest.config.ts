import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** Rooms whose tests call functions of values alone: files that share a process share what they import, in half the time. */
const ofValues = [
  "charts",
  "core",
  "costs",
  "dataset",
  "economics",
  "formats",
  "metrics",
  "published",
  "report",
  "simulate",
  "stats",
  "study",
  "template",
  "validate",
  "verify",
].map((room) => `tests/${room}/**/*.test.ts`);

/** Long proofs over many studies or many changes, which show nothing that hangs on the version of Node. */
const proofs = [
  "tests/cli/audit-what-if.test.ts",
  "tests/disclosure/usefulness.test.ts",
  "tests/disclosure/attack/{honest,small-studies,together-studies,weakened}.test.ts",
  "tests/{fuzz,mutation}/*.test.ts",
  "tests/run/{differencing,non-interference,order,resubmission,withheld-pair}.test.ts",
];

const project = (name: string, include: readonly string[], exclude: readonly string[], isolate = true) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...configDefaults.exclude, ...exclude], isolate },
});

export default defineConfig({
  test: {
    setupFiles: ["tests/property-seed.ts", "tests/solver.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: availableParallelism(),
    projects: [
      project("values", ofValues, [], false),
      project("proofs", proofs, []),
      project("whole", ["tests/**/*.test.ts"], [...ofValues, ...proofs]),
    ],
  },
});

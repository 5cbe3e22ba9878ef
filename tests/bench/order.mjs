// Simulated small studies whose rows, Trusts, sources and results come in another order, and which go through the gate again:
// what is safe is the same. The suite does it with one study.
//
//   node tests/bench/order.mjs [studies]
import { spawnSync } from "node:child_process";

const [studies = "50"] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "tests/run/order.test.ts"],
  { stdio: "inherit", env: { ...process.env, ORDER_STUDIES: studies } },
);
process.exitCode = status ?? 1;

// node tests/bench/attack.mjs [studies]: simulated studies through the honest gate and through weakened ones, and how many
// releases of each the attack says give something away: none of the honest, all of the weakened. Prints a table.
import { spawnSync } from "node:child_process";

const studies = process.argv[2] ?? "200";
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "tests/disclosure/attack/weakened.test.ts",
    "-t",
    "of many simulated studies",
  ],
  { stdio: "inherit", env: { ...process.env, ATTACK_STUDIES: studies } },
);
process.exitCode = status ?? 1;

// Simulated studies of six small Trusts through the honest gate and through weakened ones, and how many releases of each the
// attack says give something away: none of the honest, all of the weakened.
//
//   npm run build && node tests/bench/attack.mjs [studies] [minutes]
//
// Stops after so many minutes, prints a table with the seeds of what was missed, and exits with 1 when anything was.
import { spawnSync } from "node:child_process";

const [studies = "200", minutes = "15"] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config=tests/bench/attack/vitest.config.ts"],
  { stdio: "inherit", env: { ...process.env, ATTACK_STUDIES: studies, ATTACK_MINUTES: minutes } },
);
process.exitCode = status ?? 1;

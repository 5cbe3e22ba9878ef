// node tests/bench/coverage.mjs [--quick]: how often each interval holds the truth at n = 6, 12, 30 and over 3 and 6 Trusts.
// Runs on dist (npm run build first). At full size it writes tests/bench/interval-coverage/results.json and the part of it that
// chooseInterval quotes, src/stats/policy/coverage-table.ts; --quick prints a small run and writes nothing.
import { writeFileSync } from "node:fs";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { stream } from "../../dist/core/random.js";
import * as statistics from "../../dist/stats/index.js";
import { drawBlocks } from "../../dist/stats/resampling/blocks.js";
import { resampleMeans, resamplePivots } from "../../dist/stats/resampling/bootstrap-mean.js";
import { accelerationOf } from "../../dist/stats/resampling/jackknife.js";
import { cells, simulate, simulationsOf } from "./interval-coverage/cells.mjs";
import { tableSource } from "./interval-coverage/table-source.mjs";

export const SEED = 20260901;
const WORKERS = 2;
const stats = { ...statistics, accelerationOf, drawBlocks, resampleMeans, resamplePivots };
const isQuick = process.argv.includes("--quick");
const share = isQuick ? 0.02 : 1;

if (isMainThread) {
  const started = performance.now();
  const found = await Promise.all(Array.from({ length: WORKERS }, (_, part) => partOf(part)));
  const rows = cells.flatMap(({ id }) =>
    found
      .flat()
      .filter((one) => one.id === id)
      .flatMap((one) => one.rows),
  );
  print(rows);
  console.log(`\n${rows.length} rows in ${Math.round((performance.now() - started) / 1000)} s`);
  if (!isQuick) {
    const results = { script: "tests/bench/coverage.mjs", seed: SEED, simulations: simulationsOf, rows };
    writeFileSync("tests/bench/interval-coverage/results.json", `${JSON.stringify(results, null, 1)}\n`);
    writeFileSync("src/stats/policy/coverage-table.ts", tableSource(results));
  }
} else {
  const mine = cells.filter((_, index) => Math.floor(index / 2) % WORKERS === workerData);
  parentPort.postMessage(
    mine.map((cell) => {
      const simulations = Math.round(simulationsOf[cell.cost] * share);
      return { id: cell.id, rows: simulate(cell, { stats, stream, seed: SEED }, simulations) };
    }),
  );
}

function partOf(part) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part, argv: process.argv.slice(2) });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function print(rows) {
  const percent = (value) => (100 * value).toFixed(1).padStart(5);
  for (const kind of new Set(rows.map((row) => row.kind))) {
    console.log(
      `\n${kind}: worst, mean and best coverage of 95% intervals, Monte Carlo error, no interval, %`,
    );
    for (const row of rows.filter((each) => each.kind === kind)) {
      const figures = [row.low, row.mean, row.high, row.standardError, row.none].map(percent).join(" ");
      console.log(
        `${figures}  n ${String(row.n).padStart(2)}, k ${row.clusters}  ${row.method}: ${row.distribution}`,
      );
    }
  }
}

// node tests/bench/fuzz.mjs [cases] [first]: random files, read and checked; prints how many crashed (none should) and
// the time. Case n is the same in every run, so that a range can be run again or in parts. Build first (npm run build).
import { checkStudy, readShipped } from "../../dist/index.js";
import { readGrids } from "../../dist/ingest/read-grid.js";
import { judge, readSamples } from "../fuzz/judge.mjs";

const cases = Number(process.argv[2] ?? 1_000_000);
const first = Number(process.argv[3] ?? 0);
const kit = { checkStudy, readGrids, shipped: await readShipped() };
const samples = readSamples();
const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
const byKind = new Map();
let wrong = 0;
let slowest = 0;
let told = 0;
for (let seed = first; seed < first + cases; seed += 1) {
  const start = performance.now();
  const verdict = await judge(seed, samples, kit);
  const taken = performance.now() - start;
  byKind.set(verdict.kind, (byKind.get(verdict.kind) ?? 0) + 1);
  slowest = Math.max(slowest, taken);
  if (taken > 2_000) console.log(`case ${seed} (${verdict.kind}): ${(taken / 1000).toFixed(1)} s`);
  if (verdict.wrong !== null) {
    wrong += 1;
    if (wrong <= 20) console.log(`case ${seed} (${verdict.kind}): ${verdict.wrong}`);
  }
  if ((seed - first + 1) / cases >= (told + 1) / 20) {
    told += 1;
    console.log(`${(seed - first + 1).toLocaleString("en-GB")} cases, ${wrong} crashes, ${seconds()} s`);
  }
}
for (const [kind, count] of [...byKind].sort((a, b) => b[1] - a[1]))
  console.log(`  ${kind}: ${count.toLocaleString("en-GB")}`);
console.log(
  `${cases.toLocaleString("en-GB")} cases from ${first}, ${wrong} crashes, ${seconds()} s, slowest ${slowest.toFixed(0)} ms`,
);
process.exitCode = wrong === 0 ? 0 : 1;

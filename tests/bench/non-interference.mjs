// node tests/bench/non-interference.mjs [pairs] [seed] [whole]: pairs of small studies that differ in what is protected and
// agree in every safe result must give the same bytes in release/. Compares results.json of each pair and every file of each
// `whole`th, prints how many pairs of each kind there were, and exits with 1 when a byte differs. Build first (npm run build).
import { priceReturns } from "../../dist/costs/trust-costs.js";
import { releaseJsonOf } from "../../dist/report/release-json.js";
import { checkStudy } from "../../dist/run/check.js";
import { measure, release } from "../../dist/run/evaluate.js";
import { toJsonByLine } from "../../dist/run/json.js";
import { contentsOf } from "../../dist/run/release-contents.js";
import { run } from "../../dist/run/run.js";
import { readReferenceFiles, readShipped, readVersion } from "../../dist/run/shipped.js";
import { verifyBeforeReport } from "../../dist/run/verification.js";
import { comparePairs } from "./non-interference/pairs.mjs";

const [count = 200, seed = 1, whole = 10] = process.argv.slice(2).map(Number);
const [shipped, version] = [await readShipped(), await readVersion()];
const verification = verifyBeforeReport(await readReferenceFiles());
const resultsOf = (checked, evaluation) => {
  const priced = priceReturns(evaluation.study, checked.returns, checked.cohorts, checked.figures);
  return toJsonByLine(releaseJsonOf(contentsOf(checked, evaluation, priced, verification, version)));
};
const engine = { checkStudy, measure, release, run, resultsOf, shipped, version };
const found = await comparePairs(engine, { count, seed, most: count * 10, whole }, (one, total) => {
  if (total % 10 === 0) console.error(`${total} of ${count}`);
});
for (const { kind, tried, pairs, whole: compared, different } of found)
  console.log(
    `${kind}: ${tried} drawn, ${pairs} pairs, ${compared} compared file by file; files that differ: ${[...new Set(different)].join(", ") || "none"}`,
  );
const total = found.reduce((sum, { pairs }) => sum + pairs, 0);
console.log(`${total} pairs, each with other results before the gate and the same after it`);
process.exitCode = total < count || found.some(({ different }) => different.length > 0) ? 1 : 0;

// node tests/bench/non-interference.mjs [pairs] [seed] [whole]: pairs of studies that differ only in what is protected and
// agree in every safe result must give the same bytes in release/. Compares results.json of each pair and every file of each
// `whole`th, prints how many pairs of each kind there were, and exits with 1 when a byte differs. Build first (npm run build).
import { priceReturns } from "../../dist/costs/trust-costs.js";
import { releaseJsonOf } from "../../dist/report/release-json.js";
import { checkStudy } from "../../dist/run/check.js";
import { evaluate } from "../../dist/run/evaluate.js";
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
const engine = { checkStudy, evaluate, run, resultsOf, shipped, version };
const found = await comparePairs(engine, { count, seed, most: count * 10, whole });
for (const one of found)
  console.log(
    `${one.kind}: ${one.pairs} pairs of ${one.tried} changes tried, ${one.internal} with other internal results, ${one.whole} compared file by file; released files that differ: ${[...new Set(one.different)].join(", ") || "none"}`,
  );
const total = found.reduce((sum, one) => sum + one.pairs, 0);
console.log(`${total} pairs in all`);
process.exitCode = total < count || found.some(({ different }) => different.length > 0) ? 1 : 0;

// Does the pipeline find its way back to the declared truth? Simulates the example study with many seeds, runs
// checks and analysis on the files, and compares with what truth.yaml declares. Slow (about two seconds a seed):
//
//   npm run build && node tests/recovery/recover.mjs 200
//
// Prints one row an estimand: truth, mean estimate over seeds, bias, and how often the 95% interval held the truth
// (with 200 seeds, 95% is seen as 92% to 98%).
import { payPointsOf } from "../../dist/costs/figures.js";
import { checkStudy } from "../../dist/run/check.js";
import { evaluate } from "../../dist/run/evaluate.js";
import { readShipped } from "../../dist/run/shipped.js";
import { exampleTruth } from "../../dist/simulate/example-truth.js";
import { expectedChange } from "../../dist/simulate/expected.js";
import { simulate } from "../../dist/simulate/simulate.js";

const seeds = Number(process.argv[2] ?? 200);
const shipped = await readShipped();
const lists = {
  components: shipped.components,
  payPoints: payPointsOf(shipped.figures, exampleTruth.priceYear),
};

const truths = new Map([
  ["change/settling/arrival-to-month3/pooled", expectedChange(exampleTruth, "settling").change],
  ["change/confidence/arrival-to-month3/pooled", expectedChange(exampleTruth, "confidence").change],
  ["scale/settling/arrival/pooled", expectedChange(exampleTruth, "settling").arrival],
  ["scale/settling/month3/pooled", expectedChange(exampleTruth, "settling").month3],
  ["coverage/received-it-01/month3/yes/pooled", byPeople((trust) => trust.received["IT-01"])],
  ["coverage/received-enb-01/month3/yes/pooled", byPeople((trust) => trust.received["ENB-01"])],
  ["gap/enb-01/useful/pooled", exampleTruth.useful["ENB-01"]],
]);
const found = new Map([...truths.keys()].map((id) => [id, []]));
let refused = 0;

for (let seed = 1; seed <= seeds; seed++) {
  const files = await simulate(exampleTruth, seed, lists);
  const folder = {
    read: async (file) => files.get(file) ?? null,
    list: async () => [...files.keys()].sort(),
  };
  const checked = await checkStudy(folder, shipped);
  if (checked.refused) {
    refused += 1;
    console.error(
      `seed ${seed} refused: ${checked.findings.find((one) => one.severity === "error")?.message}`,
    );
    continue;
  }
  const { computed } = evaluate(checked);
  for (const result of computed.results) {
    if (found.has(result.id) && result.kind === "estimate") found.get(result.id).push(result);
  }
  if (seed % 20 === 0) console.error(`${seed} of ${seeds}`);
}

console.log(`${seeds} seeds, ${refused} refused`);
console.log("estimand | truth | mean estimate | bias | interval held the truth | mean width");
for (const [id, truth] of truths) {
  const results = found.get(id);
  const mean = average(results.map((one) => one.estimate));
  const held = average(
    results.map((one) => (one.interval.low <= truth && truth <= one.interval.high ? 1 : 0)),
  );
  const width = average(results.map((one) => one.interval.high - one.interval.low));
  const digits = truth < 1 ? 3 : 2;
  const cells = [truth, mean, mean - truth].map((value) => value.toFixed(digits));
  console.log([id, ...cells, `${(100 * held).toFixed(1)}%`, width.toFixed(digits)].join(" | "));
}

function byPeople(of) {
  const people = exampleTruth.trusts.reduce((sum, trust) => sum + trust.inducted, 0);
  return exampleTruth.trusts.reduce((sum, trust) => sum + trust.inducted * of(trust), 0) / people;
}

function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

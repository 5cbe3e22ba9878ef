// node tests/bench/differencing.mjs [n] [seed]: people told apart by two releases of one study. Never part of the tests, which
// hold a small count of it. Needs `npm run build`.
//
// On simulated studies of six Trusts one respondent is added, dropped, moved to another Trust, or gives another answer to one
// question, until n such changes alter a released value: each must be refused with the release named. Changes that alter none
// are counted apart and drawn again. The same data again, and ten people who move, must never be refused.
import { payPointsOf } from "../../dist/costs/figures.js";
import { evaluateAfter, isolates } from "../../dist/run/evaluate-after.js";
import { checkStudy } from "../../dist/run/check.js";
import { readShipped } from "../../dist/run/shipped.js";
import { exampleTruth } from "../../dist/simulate/example-truth.js";
import { simulate } from "../../dist/simulate/simulate.js";
import { changes, moveTen, random } from "./differencing/changes.mjs";

const [n = 100, seed = 1] = process.argv.slice(2).map(Number);
const each = 20;
const shipped = await readShipped();
const lists = {
  components: shipped.components,
  payPoints: payPointsOf(shipped.figures, exampleTruth.priceYear),
};
const tally = Object.fromEntries(
  Object.keys(changes).map((kind) => [kind, { refused: 0, missed: 0, unchanged: 0 }]),
);
const never = {
  "the same data again": { passed: 0, refused: 0 },
  "ten people moved": { passed: 0, refused: 0 },
};
let done = 0;
for (let study = seed; done < n; study++) {
  const files = await simulate(exampleTruth, study, lists);
  const checked = await checkStudy(folderOf(files), shipped);
  if (checked.refused) {
    console.log(`study of seed ${study}: refused by the checks, drawn again`);
    continue;
  }
  const draw = random(study);
  const first = after(checked, []);
  const entry = {
    kind: "release",
    number: 1,
    day: "2026-11-27",
    version: "0",
    profile: "pilot",
    files: {},
    ...first.compared,
  };
  count(never["the same data again"], after(checked, [entry]));
  count(never["ten people moved"], after(moveTen(checked, draw), [entry]));
  for (let tries = 0; tries < each && done < n; tries++) {
    const kind = Object.keys(changes)[tries % 4];
    const besides = after(changes[kind](checked, draw), [entry]);
    const changed = Object.keys(entry.values).some(
      (id) => besides.compared.values[id]?.digest !== entry.values[id].digest,
    );
    const outcome = !changed ? "unchanged" : isNamed(besides) ? "refused" : "missed";
    tally[kind][outcome] += 1;
    if (changed) done += 1;
  }
}
console.log("one respondent; of those that alter a released value:");
console.table(tally);
console.log("never to be refused:");
console.table(never);
const missed = Object.values(tally).reduce((sum, one) => sum + one.missed, 0);
const wrongly = Object.values(never).reduce((sum, one) => sum + one.refused, 0);
process.exitCode = missed + wrongly === 0 ? 0 : 1;

function after(checked, releases) {
  return evaluateAfter(checked, checked, { releases, withholdChanged: false, refuse: true }).besides;
}

function isNamed(besides) {
  return (
    isolates(besides) &&
    besides.comparisons.some(({ number, isolating }) => number === 1 && isolating.length > 0)
  );
}

function count(of, besides) {
  of[isolates(besides) ? "refused" : "passed"] += 1;
}

function folderOf(files) {
  return { read: async (file) => files.get(file) ?? null, list: async () => [...files.keys()].sort() };
}

// Our side of one statistics job, in a process of its own: node ours.mjs <job> <folder>. Prints one line of JSON.
// Cold is the first call in a fresh process, before the engine has compiled anything; warm the median of five more.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as stats from "../../../dist/stats/index.js";

const [job, folder] = process.argv.slice(2);
const seeded = { seed: 1, family: "bench", replicates: 10_000 };

const jobs = {
  bca: {
    needs: "bootstrapMean",
    load: () => doubles("values-1000.f64"),
    run: (values) => stats.bootstrapMean(values, seeded),
    answer: ({ low, high }) => [low, high],
  },
  counts: {
    needs: "bootstrapFromCounts",
    load: () => bytes("likert-100000.u8"),
    // the count of the answers is part of the job, as the peers resample the answers themselves
    run: (answers) => stats.bootstrapFromCounts(tally(answers), [1, 2, 3, 4, 5], seeded),
    answer: ({ low, high }) => [low, high],
  },
  alpha: {
    needs: "itemAnalysis",
    load: () => {
      const all = bytes("items.u8");
      const n = all.length / 16;
      return Array.from({ length: 16 }, (_, item) => all.subarray(item * n, (item + 1) * n));
    },
    run: (items) => stats.itemAnalysis(items),
    answer: ({ alpha, items }) => [alpha.estimate, items[0].alphaIfDeleted],
  },
  mannWhitney: {
    needs: "mannWhitneyTest",
    load: () => [bytes("wave-1.u8"), bytes("wave-2.u8")],
    run: ([first, second]) => stats.mannWhitneyTest(first, second),
    answer: ({ u, pValue }) => [u, pValue],
  },
  permutation: {
    needs: "permutationTest",
    load: () => {
      const values = doubles("values-1000.f64");
      return [values.subarray(0, 100), values.subarray(100, 200)];
    },
    run: ([first, second]) => stats.permutationTest(first, second, { ...seeded, exactUpTo: 0 }),
    answer: ({ pValue }) => [pValue],
  },
  signedRank: {
    needs: "signedRankTest",
    load: () => Array.from(bytes("changes-200.u8"), (value) => value - 4),
    run: (changes) => stats.signedRankTest(changes),
    answer: ({ positiveRankSum, pValue }) => [positiveRankSum, pValue],
  },
};

const { needs, load, run, answer } = jobs[job];
if (stats[needs] === undefined) {
  console.log(JSON.stringify({ absent: `${needs} is not built` }));
} else {
  const data = load();
  const [cold, ...rest] = Array.from({ length: 6 }, () => timed(() => run(data)));
  const warm = rest.map(({ seconds }) => seconds).sort((a, b) => a - b)[2];
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds: warm, cold: cold.seconds, megabytes, answer: answer(cold.result) }));
}

function timed(work) {
  const started = performance.now();
  const result = work();
  return { seconds: (performance.now() - started) / 1000, result };
}

function bytes(name) {
  return new Uint8Array(readFileSync(join(folder, name)));
}

function doubles(name) {
  return new Float64Array(bytes(name).buffer);
}

function tally(answers) {
  const counts = [0, 0, 0, 0, 0];
  for (let index = 0; index < answers.length; index += 1) counts[answers[index] - 1] += 1;
  return counts;
}

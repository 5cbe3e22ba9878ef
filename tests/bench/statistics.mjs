// npm run bench, second part: statistics beside R and SciPy, on the same files, interleaved. Never part of the tests.
//
// Every call runs in a process of its own and is timed inside it, so that no side is charged for starting up, loading
// packages or reading the file. Peers are used where they are installed and are never dependencies:
//   apt-get install r-base-core r-cran-boot r-cran-coin r-cran-psych python3-scipy
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// three at most: some of the peers take half a minute
const rounds = Math.min(3, Number(process.argv[2] ?? 3));
const here = fileURLToPath(new URL("./statistics/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pilot-eval-bench-"));
const python = ["/usr/bin/python3", "python3"].find((command) => says(command, "import scipy")) ?? "python3";

const r = (name, job) => ({ name, command: "Rscript", args: [join(here, "peers.R"), job, folder] });
const py = (name, job) => ({ name, command: python, args: [join(here, "peers.py"), job, folder] });

const jobs = [
  {
    job: "bca",
    title: "BCa interval of a mean: n = 1,000, 10,000 replicates",
    goal: 0.1,
    peers: [
      py("SciPy bootstrap", "bca"),
      r("R boot, boot.ci", "bca"),
      r("R boot, boot.ci given the influence values", "bca-given-L"),
    ],
  },
  {
    job: "counts",
    title:
      "Bootstrap of the mean of 100,000 Likert answers, 10,000 replicates (peers: 1,000, their time × 10)",
    goal: 0.03,
    peers: [py("SciPy bootstrap, percentile, × 10", "counts"), r("R boot, percentile, × 10", "counts")],
  },
  {
    job: "alpha",
    title: "Alpha and item statistics: 16 items × 1,000,000 people, after reading",
    goal: 0.4,
    peers: [r("R psych::alpha", "alpha"), py("NumPy, alpha and alpha without each item alone", "alpha")],
  },
  {
    job: "mannWhitney",
    title: "Mann-Whitney: two waves of 1,000,000 Likert answers",
    goal: 0.05,
    peers: [py("SciPy mannwhitneyu", "mannWhitney"), r("R wilcox.test", "mannWhitney")],
  },
  {
    job: "permutation",
    title: "Permutation test of two means: 100 and 100 people, 10,000 draws",
    goal: 0.02,
    peers: [
      py("SciPy permutation_test", "permutation"),
      r("R sample in a loop", "permutation"),
      r("R coin approximate", "permutation-coin"),
    ],
  },
  {
    job: "signedRank",
    title: "Exact signed-rank test with ties and zeros: 200 people (SciPy has none)",
    goal: 0.01,
    peers: [r("R coin wilcoxsign_test", "signedRank")],
  },
];

if (!existsSync(new URL("../../dist/stats/index.js", import.meta.url)))
  throw new Error("npm run build first");
writeData();
console.log(`\nStatistics: node ${process.version}, ${rounds} rounds, interleaved, medians of seconds.`);
console.log(
  "Each call is timed inside a process of its own: no start-up, package or file is charged to anyone.",
);
console.log(
  "cold: the first call of a fresh process. Memory: the largest our process grew, Node itself included.",
);
for (const job of jobs) compare(job);
rmSync(folder, { recursive: true, force: true });

function compare({ job, title, goal, peers }) {
  const ours = { name: "pilot-eval", command: process.execPath, args: [join(here, "ours.mjs"), job, folder] };
  const sides = [ours, ...peers];
  const runs = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    sides.forEach((side, index) => {
      if (round === 0 || runs[index][0].absent === undefined) runs[index].push(once(side));
    });
  const [us, ...them] = runs.map(summarise);
  console.log(`\n${title}`);
  if (us.absent !== undefined) return console.log(`  ${us.absent}`);
  const met = us.cold <= goal ? "met, cold too" : us.seconds <= goal ? "met warm, not cold" : "NOT met";
  console.log(
    row(us, ours.name, `cold ${us.cold.toFixed(4)}, ${us.megabytes.toFixed(0)} MB; goal ${goal}: ${met}`),
  );
  them.forEach((side, index) => {
    const { name } = peers[index];
    if (side.absent !== undefined) console.log(`           -  ${name}: ${side.absent}`);
    else console.log(row(side, name, `${(side.seconds / us.seconds).toFixed(1)} × ours warm`));
  });
}

function row({ seconds, answer }, name, note) {
  const values = answer.map((value) => Number(value.toPrecision(7))).join(", ");
  return `  ${seconds.toFixed(4).padStart(9)} s  ${name.padEnd(48)} ${note.padEnd(44)} = ${values}`;
}

function once({ command, args }) {
  const run = spawnSync(command, args, { encoding: "utf8" });
  if (run.error) return { absent: `${command} is not installed` };
  if (run.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${run.stderr}`);
  return JSON.parse(run.stdout.trim().split("\n").at(-1));
}

function summarise(runs) {
  const middle = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  return { ...runs[0], seconds: middle("seconds"), cold: middle("cold"), megabytes: middle("megabytes") };
}

function says(command, code) {
  return spawnSync(command, ["-c", code]).status === 0;
}

/** Made answers and hours: the same bytes in every run, from a small generator that is no part of the library. */
function writeData() {
  let state = 20260101;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const answer = (lean) => Math.min(5, Math.max(1, 1 + Math.floor(5 * (0.5 * uniform() + 0.5 * lean))));
  const write = (name, array) => writeFileSync(join(folder, name), new Uint8Array(array.buffer));
  write(
    "values-1000.f64",
    Float64Array.from({ length: 1000 }, () => Math.round(-1500 * Math.log(1 - uniform())) / 100),
  );
  write(
    "likert-100000.u8",
    Uint8Array.from({ length: 100_000 }, () => answer(uniform())),
  );
  write(
    "wave-1.u8",
    Uint8Array.from({ length: 1_000_000 }, () => answer(uniform())),
  );
  write(
    "wave-2.u8",
    Uint8Array.from({ length: 1_000_000 }, () => answer(Math.min(1, uniform() + 0.002))),
  );
  write(
    "changes-200.u8",
    Uint8Array.from({ length: 200 }, () => answer(uniform()) - answer(uniform()) + 4),
  );
  const people = 1_000_000;
  const items = new Uint8Array(16 * people);
  for (let person = 0; person < people; person += 1) {
    const lean = uniform();
    for (let item = 0; item < 16; item += 1) items[item * people + person] = answer(lean);
  }
  write("items.u8", items);
}

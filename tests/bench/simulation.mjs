// npm run bench, simulation: 1,000,000 draws of nine inputs and three quantiles of their total, beside NumPy and R, interleaved.
// node tests/bench/simulation.mjs [rounds] [draws] alone, after npm run build. Never part of the tests.
//
// Each call runs in a process of its own and is timed inside it: from the first draw asked for to the quantiles, no start of a
// process or import. Ours is the first call of its process, and the start of its second thread is in the time.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 7);
const draws = Number(process.argv[3] ?? 1_000_000);
const goal = 1.25;
const here = fileURLToPath(new URL("./simulation/", import.meta.url));
if (!existsSync(new URL("../../dist/run/simulation-worker.js", import.meta.url)))
  throw new Error("npm run build first");
const python =
  ["/usr/bin/python3", "python3"].find(
    (command) => spawnSync(command, ["-c", "import numpy"]).status === 0,
  ) ?? "python3";

const node = (threads) => [process.execPath, `${here}ours.mjs`, String(draws), String(threads)];
const sides = [
  { name: "pilot-eval, 2 threads: the caller's and a worker", command: node(2) },
  { name: "pilot-eval, 1 thread", command: node(1) },
  { name: "NumPy", command: [python, `${here}peers.py`, String(draws)] },
  { name: "R", command: ["Rscript", `${here}peers.R`, String(draws)] },
];

console.log(
  `\nSimulation: ${draws.toLocaleString("en-GB")} draws of 9 inputs, three quantiles of their total; node ${process.version}, ${rounds} rounds, interleaved`,
);
console.log(
  `load before: ${loadavg()[0].toFixed(2)} on ${availableParallelism()} processors (above 0, other work slows all of them)`,
);
const runs = sides.map(() => []);
for (let round = 0; round < rounds; round += 1)
  sides.forEach(({ command }, index) => {
    if (round === 0 || runs[index][0] !== null) runs[index].push(once(command));
  });

const found = runs.map((all) => (all[0] === null ? null : summarise(all)));
const numpy = found[2];
found.forEach((side, index) => report(sides[index].name, side));
if (numpy !== null) {
  const [least, middle] = [found[0].least / numpy.least, found[0].middle / numpy.middle];
  const verdict = middle <= 1 ? "met, and the aim of 1" : middle <= goal ? "met" : "NOT met";
  console.log(
    `  2 threads to NumPy: median ${middle.toFixed(2)}, least ${least.toFixed(2)}; goal ${goal}: ${verdict}`,
  );
}
const digests = new Set([...runs[0], ...runs[1]].map(({ digest }) => digest));
console.log(`  the same bits with 1 thread and with 2, in every round: ${digests.size === 1 ? "yes" : "NO"}`);
console.log(`  load after: ${loadavg()[0].toFixed(2)}`);

function once([command, ...args]) {
  const run = spawnSync(command, args, { encoding: "utf8" });
  if (run.error) return null;
  if (run.status !== 0) {
    if (/ModuleNotFoundError/.test(run.stderr)) return null;
    throw new Error(`${command} ${args.join(" ")}\n${run.stderr}`);
  }
  return JSON.parse(run.stdout.trim().split("\n").at(-1));
}

function summarise(all) {
  const sorted = (name) => all.map((run) => run[name]).sort((a, b) => a - b);
  const seconds = sorted("seconds");
  const middle = Math.floor(all.length / 2);
  return {
    least: seconds[0],
    middle: seconds[middle],
    processor: sorted("processor")[middle],
    answer: all[0].answer,
  };
}

function report(name, side) {
  if (side === null) return console.log(`  ${name}: not installed here, so not compared`);
  const { least, middle, processor, answer } = side;
  const times = `median ${middle.toFixed(3)} s, least ${least.toFixed(3)}, processor ${processor.toFixed(3)}`;
  const ratio = numpy === null ? "" : `${(middle / numpy.middle).toFixed(2)} × NumPy`;
  console.log(
    `  ${name.padEnd(50)} ${times}  ${ratio.padEnd(14)} = ${answer.map((value) => value.toFixed(1)).join(", ")}`,
  );
}

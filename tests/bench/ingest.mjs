// npm run bench, reading: a survey of 1,000,000 rows and 24 columns from CSV to typed columns, beside data.table, DuckDB and
// Polars, interleaved. node tests/bench/ingest.mjs [rounds] [rows] alone, after npm run build. Never part of the tests.
//
// Every call runs in a process of its own and is timed inside it, from opening the file, which the system has in memory.
// Peers are fetched into a folder of their own where npm can, and are never dependencies; R needs r-cran-data.table.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSurvey } from "./ingest/write-survey.mjs";

const rounds = Number(process.argv[2] ?? 5);
const rows = Number(process.argv[3] ?? 1_000_000);
const here = fileURLToPath(new URL("./ingest/", import.meta.url));
if (!existsSync(new URL("../../dist/ingest/scan-csv.js", import.meta.url)))
  throw new Error("npm run build first");

const folder = mkdtempSync(join(tmpdir(), "pilot-eval-bench-"));
const clean = join(folder, "survey.csv");
const faulty = join(folder, "faulty.csv");
writeSurvey(clean, rows);
writeSurvey(faulty, rows, 1);
const packages = fetchPeers();

const node = (name, script, ...more) => ({
  name,
  command: process.execPath,
  args: [join(here, script), ...more],
});
const ours = node("pilot-eval", "ours.mjs", "typed", clean);
const withRules = node("pilot-eval, and every cell by its codebook row", "ours.mjs", "rules", clean);
const manyFaults = node(
  `pilot-eval, ${rows.toLocaleString("en-GB")} faulty cells, each told`,
  "ours.mjs",
  "faults",
  faulty,
);
const fread = { name: "R data.table fread", command: "Rscript", args: [join(here, "fread.R"), clean] };
const sides = [
  ours,
  withRules,
  manyFaults,
  fread,
  node("Polars readCSV", "polars.mjs", clean, packages),
  node("DuckDB create table", "duckdb.mjs", clean, packages),
  node("csv-parse, to rows of text", "strict.mjs", clean),
];

const megabytes = Math.round(statSync(clean).size / 1e6);
console.log(
  `\nReading ${rows.toLocaleString("en-GB")} rows of 24 columns, ${megabytes} MB, node ${process.version}:`,
);
console.log(`${rounds} rounds, interleaved; medians; memory is the whole process's.`);
const runs = sides.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  sides.forEach((side, index) => {
    if (round === 0 || runs[index][0].absent === undefined) runs[index].push(once(side));
  });
}
const medians = runs.map(summarise);
const base = medians[0].seconds;
sides.forEach(({ name }, index) => {
  const { absent, seconds, memory, answer } = medians[index];
  if (absent !== undefined) return console.log(`        -             ${name}: ${absent}`);
  const told = Array.isArray(answer) ? answer.join(", ") : JSON.stringify(answer);
  const ratio = (seconds / base).toFixed(2).padStart(5);
  console.log(
    `${seconds.toFixed(2).padStart(9)} s ${memory.toFixed(0).padStart(5)} MB ${ratio} × ours  ${name.padEnd(46)} = ${told}`,
  );
});
const peer = medians[sides.indexOf(fread)].seconds;
if (peer !== undefined) {
  goal("typed columns no slower than fread", base / peer, 1);
  goal("with every cell's rules, times fread", medians[1].seconds / peer, 1.5);
}
goal("memory, MB", medians[0].memory, 600);
goal("faulty cells, seconds", medians[2].seconds, 3);
rmSync(folder, { recursive: true, force: true });

function goal(what, found, most) {
  console.log(
    `  goal: ${what}: ${found.toFixed(2)} of at most ${most}: ${found <= most ? "met" : "NOT met"}`,
  );
}

/** Polars and DuckDB, kept between runs in the system's folder for passing files; versions whose native parts Node 20 loads. */
function fetchPeers() {
  const kept = join(tmpdir(), "pilot-eval-bench-peers");
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, "package.json"), '{ "private": true }\n');
  const wanted = ["@duckdb/node-api@1.5.6-r.1", "nodejs-polars@0.24.1", "nodejs-polars-linux-x64-gnu@0.24.1"];
  for (const one of wanted) {
    if (!existsSync(join(kept, "node_modules", one.replace(/@[^@]*$/, ""))))
      spawnSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", kept, one]);
  }
  return kept;
}

function once({ command, args }) {
  const run = spawnSync(command, args, { encoding: "utf8" });
  if (run.error) return { absent: `${command} is not installed` };
  if (run.status !== 0)
    return {
      absent:
        run.stderr
          .trim()
          .split("\n")
          .find((line) => /error/i.test(line)) ?? "failed",
    };
  return JSON.parse(run.stdout.trim().split("\n").at(-1));
}

function summarise(all) {
  if (all[0].absent !== undefined) return all[0];
  const middle = (name) => all.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(all.length / 2)];
  return { seconds: middle("seconds"), memory: middle("megabytes"), answer: all[0].answer };
}

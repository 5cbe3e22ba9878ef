// npm run bench, fifth part: sixty 12 x 12 tables of counts with margins. Never part of the tests.
//
// First the whole secondary suppression: cells of 1 to 4 people are held back, then others until an attacker can say no less
// than four of any of them. Then the audit of what came out, beside SciPy's linear programs: the same bounds for each hidden
// cell, in one run. Every job is timed inside a process of its own. R's sdcTable is in no Debian package.
//   apt-get install python3-scipy time
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("./disclosure-tables/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pilot-eval-bench-"));
const patterns = join(folder, "patterns.json");
const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

console.log("\nsixty 12 x 12 tables with margins, cells of 1 to 4 people held back");
const suppressed = run(process.execPath, join(here, "ours.mjs"), "suppress");
console.log(
  `${line(suppressed)}  the rest chosen: ${suppressed.primary} cells of few people, ${suppressed.hidden} hidden of ${60 * 144} (aim: 5 s)`,
);
const ours = run(process.execPath, join(here, "ours.mjs"), "audit");
console.log(`${line(ours)}  bounds of all hidden cells, by flow`);
for (const job of ["linprog", "milp"]) {
  const peer = run(python, join(here, "peers.py"), job);
  if (!peer) {
    console.log("SciPy: not installed here, so not compared (see the head of this file)");
    break;
  }
  const same =
    JSON.stringify(peer.bounds) === JSON.stringify(ours.bounds) ? "the same bounds" : "OTHER BOUNDS";
  console.log(`${line(peer)}  SciPy ${job}: ${same}`);
  console.log(
    `  ratio: time ${(ours.seconds / peer.seconds).toFixed(3)}, memory ${(ours.memory / peer.memory).toFixed(2)}`,
  );
}
rmSync(folder, { recursive: true, force: true });

function run(command, script, job) {
  const timed = existsSync("/usr/bin/time");
  const args = [script, job, patterns];
  const options = { encoding: "utf8", maxBuffer: 1 << 26 };
  const done = timed
    ? spawnSync("/usr/bin/time", ["-f", "%M", command, ...args], options)
    : spawnSync(command, args, options);
  if (done.status !== 0) {
    if (/No module named/.test(done.stderr)) return null;
    throw new Error(`${command} ${args.join(" ")}\n${done.stderr}`);
  }
  return {
    ...JSON.parse(done.stdout),
    memory: timed ? Number(done.stderr.trim().split("\n").at(-1)) / 1024 : NaN,
  };
}

function line({ seconds, memory }) {
  return `${seconds.toFixed(2).padStart(7)} s ${memory.toFixed(0).padStart(5)} MB`;
}

// npm run bench, the disclosure gate: everything from results before it to those that may be released, on the example. Never
// part of the tests. node tests/bench/gate.mjs [rounds] alone, after npm run build.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 5);
const aim = 1;
const once = fileURLToPath(new URL("./gate/once.mjs", import.meta.url));

const runs = Array.from({ length: rounds }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [once], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
});
console.log(
  `\nthe disclosure gate on data/example, ${rounds} processes, medians of processor seconds (aim: ${aim} s)`,
);
for (const [name, words] of [
  ["first", "the first time in a process, which a run takes"],
  ["warm", "once the process is warm"],
]) {
  const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
  const [least, middle] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  console.log(
    `${middle.toFixed(2).padStart(7)} s  ${words}; least ${least.toFixed(2)}: ${middle <= aim ? "met" : "NOT met"}`,
  );
}

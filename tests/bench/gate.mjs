// npm run bench, the disclosure gate: everything from results before it to those that may be released, on the example. Never
// part of the tests. node tests/bench/gate.mjs [rounds] alone, after npm run build. A busy machine makes both clocks run longer.
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
  `\nthe disclosure gate on data/example, ${rounds} processes (aim: ${aim} s by the clock, of a quiet machine)`,
);
for (const [name, words] of [
  ["first", "the first time in a process, which a run takes"],
  ["warm", "once the process is warm"],
]) {
  const sorted = (kind) => runs.map((run) => run[name][kind]).sort((a, b) => a - b);
  const [clock, processor] = [sorted("clock"), sorted("processor")];
  console.log(
    `${clock[0].toFixed(2).padStart(7)} s  ${words}, least: ${clock[0] <= aim ? "met" : "NOT met"}`,
  );
  console.log(
    `          processor, what compiles beside it counted: median ${processor[Math.floor(rounds / 2)].toFixed(2)} s, least ${processor[0].toFixed(2)} s`,
  );
}

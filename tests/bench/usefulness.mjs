// How much secondary suppression takes away: ours beside the greedy textbook rule, on the same numbers held back on their own
// account and the same lines, in simulated studies of six Trusts with 5 to 35 IMGs each.
//
//   npm run build && node tests/bench/usefulness.mjs [studies] [seed]
//
// Prints shares of people held back, by sensitivity and grain: on their own account, and beside those by each rule. Ours is
// never to take more in any study where theirs would do: a study in which it does is named, with how many numbers their release
// gives away, and the exit code is 1 when that is none.
import { passGate } from "../../dist/disclosure/gate.js";
import { givenAwayByTextbook, heldBackBeside } from "./usefulness/compare.mjs";
import { atTheGate } from "./usefulness/studies.mjs";
import { readySolver } from "../../dist/disclosure/attack/highs.js";

await readySolver();

const studies = Number(process.argv[2] ?? 200);
const firstSeed = Number(process.argv[3] ?? 1);
const table = new Map();
const worse = [];
const gateSeconds = [];
let refused = 0;

for (let seed = firstSeed; seed < firstSeed + studies; seed++) {
  const given = await atTheGate(seed);
  if (given === null) {
    refused += 1;
    continue;
  }
  const { study, computed, partition, sizes } = given;
  const started = process.cpuUsage();
  const gated = passGate(computed, partition, study, sizes);
  const { user, system } = process.cpuUsage(started);
  gateSeconds.push((user + system) / 1e6);
  const beside = heldBackBeside(given, gated);
  const { shares, primary, ours, textbook, oursOfAnyKind } = beside;
  for (const share of shares) {
    const row = rowOf(share, study.trusts.length);
    row.shares += 1;
    row.primary += primary.has(share.id) ? 1 : 0;
    row.ours += ours.has(share.id) ? 1 : 0;
    row.textbook += textbook.has(share.id) ? 1 : 0;
  }
  if (oursOfAnyKind > textbook.size) {
    const away = givenAwayByTextbook(given, gated, beside);
    worse.push({
      away,
      text: `seed ${seed}: ours ${oursOfAnyKind}, textbook ${textbook.size}, whose release gives ${away} numbers away`,
    });
  }
  if ((seed - firstSeed + 1) % 20 === 0) console.error(`${seed - firstSeed + 1} of ${studies}`);
}

console.log(`${studies} studies from seed ${firstSeed}, ${refused} refused by the checks`);
console.log("shares of people | shown or held back | on their own account | beside: ours | beside: textbook");
for (const [name, { shares, primary, ours, textbook }] of [...table].sort())
  console.log([name, shares, primary, ours, textbook].join(" | "));
gateSeconds.sort((a, b) => a - b);
const at = (part) =>
  gateSeconds[Math.min(gateSeconds.length - 1, Math.floor(part * gateSeconds.length))].toFixed(2);
console.log(`the gate: median ${at(0.5)} s, slowest ${at(1)} s of processor time`);
console.log(
  worse.length === 0
    ? "ours never took more"
    : `ours took more:\n${worse.map(({ text }) => text).join("\n")}`,
);
process.exitCode = worse.some(({ away }) => away === 0) ? 1 : 0;

function rowOf({ subject }, trusts) {
  const grain = subject.group ? "subgroups" : subject.trusts.length === trusts ? "all Trusts" : "by Trust";
  const name = `${subject.sensitivity}, ${grain}`;
  if (!table.has(name)) table.set(name, { shares: 0, primary: 0, ours: 0, textbook: 0 });
  return table.get(name);
}

// node tests/bench/mutation.mjs [faults]: seeded faults put into the clean example study one at a time, and the share that
// `check` tells at the narrowest place their kind allows; and what it says of the clean study. Build first (npm run build).
import { checkStudy, readShipped } from "../../dist/index.js";
import { decodeText } from "../../dist/ingest/encoding.js";
import { locateFaults } from "../mutation/locate.mjs";

const faults = Number(process.argv[2] ?? 2_000);
const kit = { checkStudy, shipped: await readShipped(), textOf: (bytes) => decodeText(bytes).text };
const began = performance.now();
const seeds = Array.from({ length: faults }, (_, index) => index);
const { counts, clean } = await locateFaults(kit, seeds);
console.log(`${"kind of fault".padEnd(46)} ${"narrowest place".padEnd(22)} faults  told there`);
let all = 0;
let told = 0;
for (const [kind, { place, faults: some, located, lost }] of counts) {
  all += some;
  told += located;
  console.log(
    `${kind.padEnd(46)} ${place.padEnd(22)} ${String(some).padStart(6)}  ${((100 * located) / some).toFixed(0).padStart(4)} %${lost ? `  not told: ${lost}` : ""}`,
  );
}
console.log(
  `${"all".padEnd(46)} ${"".padEnd(22)} ${String(all).padStart(6)}  ${((100 * told) / all).toFixed(1)} %`,
);
const alarms = clean.filter(({ severity }) => severity !== "note");
console.log(`\nthe clean study: ${alarms.length} errors and warnings`);
for (const { severity, code, at } of alarms) console.log(`  ${severity} ${code} ${at.file}`);
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);

// Polars on the same file: node polars.mjs <file> <folder of packages>.
import { createRequire } from "node:module";
import { join } from "node:path";

const [file, packages] = process.argv.slice(2);
const polars = createRequire(join(packages, "index.js"))("nodejs-polars");
const started = performance.now();
const frame = polars.readCSV(file, { tryParseDates: true });
const seconds = (performance.now() - started) / 1000;
let [sum, blank] = [0, 0];
for (let item = 1; item <= 16; item += 1) {
  sum += frame.getColumn(`q${item}`).sum();
  blank += frame.getColumn(`q${item}`).nullCount();
}
const answer = [frame.height, sum, blank, Math.round(frame.getColumn("hours_support").sum())];
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, answer }));

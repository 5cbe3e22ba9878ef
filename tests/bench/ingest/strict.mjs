// csv-parse, the strict reader, on the same file: node strict.mjs <file>. Rows of text, as it is used here.
import { readFileSync } from "node:fs";
import { readCsv } from "../../../dist/ingest/csv.js";

const started = performance.now();
const { rows } = readCsv(readFileSync(process.argv[2], "utf8"), "survey.csv", ",");
const seconds = (performance.now() - started) / 1000;
let [sum, blank, hours] = [0, 0, 0];
for (const row of rows.slice(1)) {
  for (let position = 6; position < 22; position += 1) {
    if (row[position] === "") blank += 1;
    else sum += Number(row[position]);
  }
  hours += Number(row[22]);
}
const answer = [rows.length - 1, sum, blank, Math.round(hours)];
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, answer }));

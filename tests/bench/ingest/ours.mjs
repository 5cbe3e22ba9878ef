// Our side of one job of reading, in a process of its own: node ours.mjs <job> <file>. Prints one line of JSON.
// Timed: from opening the file to typed columns; `rules` reads every cell by the codebook too, `faults` tells each faulty cell.
import { readFileSync } from "node:fs";
import { readAnswerColumn } from "../../../dist/ingest/answer-column.js";
import { readCsvGrid } from "../../../dist/ingest/csv-grid.js";
import { encodeUtf8 } from "../../../dist/ingest/encoding.js";
import { rowsFrom } from "../../../dist/ingest/grid.js";
import { codebook } from "./codebook.mjs";
import { items } from "./write-survey.mjs";

const [job, file] = process.argv.slice(2);
const started = performance.now();
const { cells, issues } = readCsvGrid(encodeUtf8(readFileSync(file)).utf8, file);
if (issues.length > 0) throw new Error(issues[0].message);
const body = rowsFrom(cells, 1);
const answer = { typed, rules, faults }[job]();
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, answer }));

/** Numbers and days as numbers; texts as numbers of the different texts, or as places in the file. */
function typed() {
  const columns = new Map();
  codebook.forEach((variable, position) => {
    if (variable.type === "code" || variable.type === "text") return;
    const whole = variable.name !== "hours_support";
    columns.set(variable.name, numbersOf(readAnswerColumn(body, position, variable), whole));
  });
  return sums(columns);
}

/** Every cell read by its codebook row: allowed, of its type, in its range, a date, there when it is required. */
function rules() {
  return codebook.reduce((total, variable, position) => total + findings(variable, position).length, 0);
}

/** Each faulty cell as a finding with its row, heading and what is wrong, and how many there are of each kind. */
function faults() {
  const told = [];
  const counts = new Map();
  codebook.forEach((variable, position) => {
    const heading = cells.cell(0, position);
    for (const index of findings(variable, position)) {
      const found = body.cell(index, position);
      const row = body.rowNumber(index);
      told.push({
        rule: "answer-outside-list",
        at: { file: "survey.csv", row, column: heading },
        message: `${heading}: expected an answer of the codebook's list, found "${found}"`,
      });
      counts.set(heading, (counts.get(heading) ?? 0) + 1);
    }
  });
  const lines = told.map(({ at, message }) => `${at.file},${at.row},"${message.replaceAll('"', '""')}"`);
  return { findings: told.length, characters: lines.join("\n").length, columns: counts.size };
}

/** Rows whose cell is not allowed, or is blank though required. */
function findings(variable, position) {
  const { answers, codes } = readAnswerColumn(body, position, variable);
  const isFault = ({ kind, reason }) => kind === "invalid" || (variable.required && reason === "blank");
  const faulty = Uint8Array.from(answers, (each) => (isFault(each) ? 1 : 0));
  const rows = [];
  for (let index = 0; index < body.height; index += 1) {
    if (faulty[codes ? codes[index] : index] === 1) rows.push(index);
  }
  return rows;
}

function numbersOf({ answers, codes }, whole) {
  const absent = whole ? -(2 ** 31) : Number.NaN;
  const numbers = Float64Array.from(answers, ({ value }) => value ?? absent);
  const values = whole ? new Int32Array(codes.length) : new Float64Array(codes.length);
  for (let index = 0; index < codes.length; index += 1) values[index] = numbers[codes[index]];
  return values;
}

/** What every side must agree on: rows, the sum of the items, how many are blank, and the hours. */
function sums(columns) {
  let [sum, blank, hours] = [0, 0, 0];
  for (const name of items) {
    for (const value of columns.get(name)) {
      if (value < 0) blank += 1;
      else sum += value;
    }
  }
  for (const value of columns.get("hours_support")) hours += value;
  return [body.height, sum, blank, Math.round(hours)];
}

import { parse } from "csv-parse/sync";
import { strFromU8, strToU8 } from "fflate";
import { randomOf } from "../fuzz/random.mjs";
import { costKinds } from "./cost-faults.mjs";

/**
 * Faults that people make, by kind. Each changes some files of the clean study and says where the fault is: the narrowest
 * place its kind allows, as a test of one finding.
 */
export const kinds = {
  "an answer outside the list": { place: "cell", make: surveyCell(isItem, () => "Sometimes") },
  "a number in words": { place: "cell", make: surveyCell(named("days_login"), () => "about five") },
  "a number out of its range": {
    place: "cell",
    make: surveyCell(named("days_login"), (r) => String(200 + r.below(700))),
  },
  "no date where one should be": {
    place: "cell",
    make: surveyCell(named("start_date"), () => "sometime in spring"),
  },
  "a day that does not exist": { place: "cell", make: surveyCell(named("start_date"), () => "2026-02-31") },
  "a start in post years too early": {
    place: "cell",
    make: surveyCell(named("start_date"), () => "2019-04-15"),
  },
  "day and month changed about": { place: "cell", make: swappedDay },
  "a required answer left blank": { place: "cell", make: surveyCell(named("start_date"), () => "") },
  "an e-mail address in free text": {
    place: "cell",
    make: surveyCell(named("text_best"), () => "Ask jane.doe@example.nhs.uk"),
  },
  "a phone number in free text": {
    place: "cell",
    make: surveyCell(named("text_improve"), () => "Ring me on 07700 900123"),
  },
  "a column left out": { place: "file, variable named", make: columnLeftOut },
  "a heading changed": { place: "column", make: headingChanged },
  "a column that is not in the codebook": { place: "column", make: columnAdded },
  "a question answered by nobody": { place: "column", make: columnBlank },
  "a heading that stands twice": { place: "column", make: headingTwice },
  "a row that stands twice": { place: "row", make: rowTwice },
  "one answer to everything": { place: "row", make: straightLine },
  "a link code of another Trust": { place: "row", make: codeElsewhere },
  "a quotation mark that is not closed": { place: "row", make: openQuote },
  "a cell too many in a row": { place: "row", make: longRow },
  "waves changed about": { place: "file", make: wavesSwapped },
  "another Trust's file": { place: "file", make: fileCopied },
  "a scale that runs the other way": { place: "file", make: reversed(() => true) },
  "an item that runs the other way": { place: "column", make: reversed((_, index) => index === 0) },
  "NUL bytes in a text file": { place: "file", make: encodingBroken },
  ...costKinds,
  "fewer invited than answered": { place: "row", make: cohortTooLow },
  "nobody inducted, beside a cost return": {
    place: "row",
    make: tableCell("cohort.csv", "inducted", () => "0"),
  },
  "no intakes in the cohort table": { place: "row", make: tableCell("cohort.csv", "intakes", () => "0") },
  "words for a count in the cohort table": {
    place: "row",
    make: tableCell("cohort.csv", "recruited", () => "all of them"),
  },
  "an end before the start in the HR extract": {
    place: "row",
    make: tableCell("hr.csv", "end_date", () => "01/01/2020"),
  },
};

/** The fault of a seed, or null when the draw finds nothing to break. */
export function faultOf(seed, clean) {
  const names = Object.keys(kinds);
  const kind = names[seed % names.length];
  const random = randomOf(seed + 1);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const made = kinds[kind].make(random, clean);
    if (made) return { kind, place: kinds[kind].place, ...made };
  }
  return null;
}

/**
 * The study as it is: bytes by file, and its CSV files as rows, with the survey tables as the tool read them.
 *
 * @param textOf turns the bytes of a text file into text, whatever its encoding
 */
export function cleanStudy(files, checked, textOf) {
  const rowsOf = new Map();
  for (const [file, bytes] of files) {
    if (!file.endsWith(".csv") || file === "codebook.csv") continue;
    rowsOf.set(file, parse(textOf(bytes), { relax_column_count: true, bom: true }));
  }
  const surveys = checked.surveys.filter(({ table }) => rowsOf.has(table.source.file));
  return { files, rowsOf, surveys, tables: checked.tables, cohorts: checked.cohorts, study: checked.study };
}

function csvOf(rows) {
  const write = (cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return strToU8(`${rows.map((row) => row.map(write).join(",")).join("\r\n")}\r\n`);
}

function copyOf(clean, file) {
  return clean.rowsOf.get(file).map((row) => [...row]);
}

function changed(file, rows) {
  return { files: new Map([[file, csvOf(rows)]]) };
}

function named(name) {
  return (variable) => variable.name === name;
}

function isItem(variable) {
  return variable.role === "item";
}

/** A survey that asks a variable, with the column that holds it. */
function columnFor(random, clean, wanted) {
  const survey = random.pick(clean.surveys);
  const variables = clean.study.variables.filter(
    (variable) => wanted(variable) && survey.matching.matched.get(variable.name)?.kind === "one",
  );
  if (variables.length === 0) return null;
  const variable = random.pick(variables);
  return {
    survey,
    file: survey.table.source.file,
    variable,
    column: survey.matching.matched.get(variable.name).column,
  };
}

function surveyCell(wanted, value) {
  return (random, clean) => {
    const found = columnFor(random, clean, wanted);
    if (!found) return null;
    const { file, column, survey } = found;
    const rows = copyOf(clean, file);
    const row = random.pick(survey.table.rows);
    rows[row - 1][column.position] = value(random);
    return { ...changed(file, rows), isAt: atCell(file, row, column) };
  };
}

function atCell(file, row, column) {
  return ({ at }) => at.file === file && at.row === row && isColumn(at.column, column);
}

/** A finding names a column by its letters and its heading, which may be cut short. */
function isColumn(told, column) {
  if (told === undefined) return false;
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const [, letters, heading] = /^(?:([A-Z]{1,3}): )?(.*)$/s.exec(told);
  if (letters !== undefined && letters !== lettersOf(column.position)) return false;
  const begin = plain(heading).replace(/…$/, "");
  return [column.name, ...column.aliases].some(
    (name) => plain(name) === begin || (heading.endsWith("…") && plain(name).startsWith(begin)),
  );
}

function lettersOf(position) {
  return position < 26
    ? String.fromCharCode(65 + position)
    : `${lettersOf(Math.floor(position / 26) - 1)}${lettersOf(position % 26)}`;
}

/** A start on one of the first three days of a month: changed about, it lies before the period. */
function swappedDay(random, clean) {
  const found = columnFor(random, clean, named("start_date"));
  if (!found) return null;
  const { file, column, survey } = found;
  const rows = copyOf(clean, file);
  const fit = survey.table.rows.filter((row) =>
    /^(?:0[1-3]\/0[4-9]\/|0[4-9]\/0[1-3]\/|2026-0[4-9]-0[1-3])/.test(rows[row - 1][column.position]),
  );
  if (fit.length === 0) return null;
  const row = random.pick(fit);
  rows[row - 1][column.position] = rows[row - 1][column.position].replace(
    /(\d\d)([/-])(\d\d)(?=\/|$)/,
    "$3$2$1",
  );
  return { ...changed(file, rows), isAt: atCell(file, row, column) };
}

function columnLeftOut(random, clean) {
  const found = columnFor(random, clean, isItem);
  if (!found) return null;
  const { file, column, variable } = found;
  const rows = copyOf(clean, file);
  for (const row of rows) row.splice(column.position, 1);
  return {
    ...changed(file, rows),
    isAt: ({ at, message }) => at.file === file && message.includes(variable.name),
  };
}

function headingChanged(random, clean) {
  const found = columnFor(random, clean, isItem);
  if (!found) return null;
  const { file, column, survey } = found;
  const rows = copyOf(clean, file);
  const name = "How did you find the weather?";
  for (let row = 0; row < Math.min(...survey.table.rows) - 1; row += 1) rows[row][column.position] = name;
  return { ...changed(file, rows), isAt: ({ at }) => at.file === file && (at.column ?? "").includes(name) };
}

function columnAdded(random, clean) {
  const found = columnFor(random, clean, isItem);
  if (!found) return null;
  const { file, survey } = found;
  const rows = copyOf(clean, file);
  const width = Math.max(...rows.map((row) => row.length));
  const first = Math.min(...survey.table.rows) - 1;
  rows.forEach((row, index) => {
    while (row.length < width) row.push("");
    row.push(index < first ? "Which canteen do you like?" : "The small one");
  });
  return {
    ...changed(file, rows),
    isAt: ({ at }) => at.file === file && (at.column ?? "").includes("canteen"),
  };
}

function columnBlank(random, clean) {
  const found = columnFor(random, clean, isItem);
  if (!found) return null;
  const { file, column, survey } = found;
  const rows = copyOf(clean, file);
  for (const row of rows.slice(Math.min(...survey.table.rows) - 1)) row[column.position] = "";
  return { ...changed(file, rows), isAt: ({ at }) => at.file === file && isColumn(at.column, column) };
}

function headingTwice(random, clean) {
  const found = columnFor(random, clean, isItem);
  const other = found && columnFor(random, { ...clean, surveys: [found.survey] }, isItem);
  if (!other || other.column === found.column) return null;
  const { file, column, survey } = found;
  const rows = copyOf(clean, file);
  const first = Math.min(...survey.table.rows) - 1;
  for (let row = 0; row < first; row += 1) rows[row][other.column.position] = rows[row][column.position];
  return {
    ...changed(file, rows),
    isAt: ({ at }) =>
      at.file === file &&
      (isColumn(at.column, column) ||
        isColumn(at.column, { ...other.column, name: column.name, aliases: column.aliases })),
  };
}

function rowTwice(random, clean) {
  const { table } = random.pick(clean.surveys);
  const { file } = table.source;
  const rows = copyOf(clean, file);
  const row = random.pick(table.rows);
  rows.push([...rows[row - 1]]);
  return {
    ...changed(file, rows),
    isAt: ({ at }) => at.file === file && (at.row === row || at.row === rows.length),
  };
}

/** Full agreement with every item of a scale, those worded the other way round too. */
function straightLine(random, clean) {
  const survey = random.pick(clean.surveys);
  const { file } = survey.table.source;
  const rows = copyOf(clean, file);
  const row = random.pick(survey.table.rows);
  const asked = clean.study.variables.filter(
    ({ scale, name }) => scale === "settling" && survey.matching.matched.has(name),
  );
  if (!asked.some((item) => item.reverse)) return null;
  for (const { name, categories } of asked) {
    const { column } = survey.matching.matched.get(name);
    const inWords = survey.table.rows.some((each) => /[a-z]/i.test(rows[each - 1][column.position]));
    rows[row - 1][column.position] = inWords ? categories.at(-1).label : String(categories.at(-1).code);
  }
  return { ...changed(file, rows), isAt: ({ at }) => at.file === file && at.row === row };
}

function codeElsewhere(random, clean) {
  const from = columnFor(random, clean, named("link_code"));
  const to = columnFor(random, clean, named("link_code"));
  if (!from || !to) return null;
  const [one, other] = [from, to].map(({ survey }) => survey.table.source);
  if (one.trust === other.trust || one.wave !== other.wave) return null;
  const rows = copyOf(clean, to.file);
  const row = random.pick(to.survey.table.rows);
  const taken = random.pick(from.survey.table.rows);
  const code = clean.rowsOf.get(from.file)[taken - 1][from.column.position];
  if (!code) return null;
  rows[row - 1][to.column.position] = code;
  return {
    ...changed(to.file, rows),
    isAt: ({ at }) => (at.file === to.file && at.row === row) || (at.file === from.file && at.row === taken),
  };
}

function openQuote(random, clean) {
  const { table } = random.pick(clean.surveys);
  const { file } = table.source;
  const rows = copyOf(clean, file);
  const row = random.pick(table.rows);
  const head = strFromU8(csvOf(rows.slice(0, row - 1)));
  return {
    files: new Map([
      [
        file,
        strToU8(
          `${head}"${strFromU8(csvOf(rows.slice(row - 1).map((cells) => cells.map((cell) => cell.replaceAll('"', "").replaceAll(",", " ")))))}`,
        ),
      ],
    ]),
    isAt: ({ at }) => at.file === file && at.row === row,
  };
}

function longRow(random, clean) {
  const { table } = random.pick(clean.surveys);
  const { file } = table.source;
  const rows = copyOf(clean, file);
  const row = random.pick(table.rows);
  rows[row - 1].push("one more");
  return { ...changed(file, rows), isAt: ({ at }) => at.file === file && at.row === row };
}

function wavesSwapped(random, clean) {
  const { trust } = random.pick(clean.surveys).table.source;
  const [first, second] = clean.surveys
    .filter(({ table }) => table.source.trust === trust)
    .map(({ table }) => table.source.file);
  const files = new Map([
    [first, clean.files.get(second)],
    [second, clean.files.get(first)],
  ]);
  return { files, isAt: ({ at }) => at.file === first || at.file === second };
}

function fileCopied(random, clean) {
  const [from, to] = [0, 0].map(() => random.pick(clean.surveys).table.source);
  if (from.trust === to.trust || from.wave !== to.wave) return null;
  return {
    files: new Map([[to.file, clean.files.get(from.file)]]),
    isAt: ({ at }) => at.file === to.file || at.file === from.file,
  };
}

/** Every answer to a scale or one of its items turned round, as by a form that numbers it from the other end; where at least 15 people answered. */
function reversed(isTurned) {
  return (random, clean) => {
    const survey = random.pick(clean.surveys);
    const { file } = survey.table.source;
    if (survey.table.rows.length < 15) return null;
    const rows = copyOf(clean, file);
    const scale = random.pick(clean.study.scales).id;
    const items = clean.study.variables.filter(
      (each) => each.scale === scale && survey.matching.matched.has(each.name),
    );
    const turned = items.filter(isTurned);
    for (const variable of turned) {
      const { column } = survey.matching.matched.get(variable.name);
      const words = variable.categories.map(({ label }) => label.toLowerCase());
      for (const row of survey.table.rows) {
        const cell = rows[row - 1][column.position];
        const at = words.indexOf(cell.toLowerCase());
        if (at >= 0) rows[row - 1][column.position] = variable.categories[words.length - 1 - at].label;
        else if (/^[1-5]$/.test(cell)) rows[row - 1][column.position] = String(6 - Number(cell));
      }
    }
    const all = turned.length === items.length;
    const [{ column }] = turned.map(({ name }) => survey.matching.matched.get(name));
    const isAt = ({ at, message }) =>
      at.file === file && (all || isColumn(at.column, column) || message.includes(turned[0].name));
    return { ...changed(file, rows), isAt };
  };
}

/** NUL bytes in the midst of the text, as after a transfer that broke. */
function encodingBroken(random, clean) {
  const { file } = random.pick(clean.surveys).table.source;
  const bytes = clean.files.get(file).slice();
  for (let left = 10; left > 0; left -= 1) bytes[random.below(bytes.length)] = 0;
  return { files: new Map([[file, bytes]]), isAt: ({ at }) => at.file === file };
}

function cohortTooLow(random, clean) {
  const rows = copyOf(clean, "cohort.csv");
  const row = 2 + random.below(rows.length - 1);
  for (const name of ["eligible", "invited", "recruited", "inducted", "completed"])
    rows[row - 1][rows[0].indexOf(name)] = "2";
  return { ...changed("cohort.csv", rows), isAt: ({ at }) => at.file === "cohort.csv" && at.row === row };
}

function tableCell(file, heading, value) {
  return (random, clean) => {
    const rows = copyOf(clean, file);
    const row = 2 + random.below(rows.length - 1);
    rows[row - 1][rows[0].indexOf(heading)] = value(random);
    return { ...changed(file, rows), isAt: ({ at }) => at.file === file && at.row === row };
  };
}

import { mutate, mutateText, nasty } from "./mutate.mjs";
import { randomOf } from "./random.mjs";
import { codebookCsv, cohortCsv, studyYaml, surveyCsv } from "./small-study.mjs";
import { partsOf, zipped } from "./tiny-workbook.mjs";

/**
 * Kinds of cases, drawn as often as their number says. Each makes the study folder's files from random draws, and for
 * grids of known content the cells that must come back.
 */
const kinds = {
  bytes: { weight: 15, make: bytesCase },
  "export, damaged": { weight: 25, make: exportCase },
  "text grid": { weight: 15, make: textGrid },
  "workbook grid": { weight: 10, make: workbookGrid },
  "workbook, its XML damaged": { weight: 12, make: xmlCase },
  "workbook, its bytes damaged": { weight: 5, make: zipCase },
  "codebook, damaged": { weight: 6, make: codebookCase },
  "study.yaml, damaged": { weight: 6, make: yamlCase },
  "cohort, damaged": { weight: 3, make: cohortCase },
  "SPSS file, damaged": { weight: 3, make: savCase },
  "cost return, damaged": { weight: 0.3, make: costCase },
};

/** The case of a seed: its kind, the files of its folder, and cells that must come back, if known. */
export function caseOf(seed, samples) {
  const random = randomOf(seed);
  let at = (random.below(1e9) / 1e9) * Object.values(kinds).reduce((sum, { weight }) => sum + weight, 0);
  for (const [kind, { weight, make }] of Object.entries(kinds)) {
    at -= weight;
    if (at < 0) return { kind, ...make(random, samples) };
  }
  throw new Error("no kind");
}

function withSurvey(file, bytes, random) {
  const dialect = random.chance(0.7)
    ? ""
    : `, dialect: ${random.pick(["plain", "qualtrics", "jisc", "microsoft-forms", "google-forms"])}`;
  const line = `{ file: survey/a.csv, kind: survey, trust: A, wave: arrival }`;
  const study = studyYaml.replace(line, `{ file: ${file}, kind: survey, trust: A, wave: arrival${dialect} }`);
  return {
    files: { "study.yaml": study, "codebook.csv": codebookCsv, "cohort.csv": cohortCsv, [file]: bytes },
    file,
  };
}

const starts = [
  [],
  [],
  [0x50, 0x4b, 3, 4],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x24, 0x46, 0x4c, 0x32],
  [0x25, 0x50, 0x44, 0x46],
];

function bytesCase(random) {
  const file = `survey/a.${random.pick(["csv", "csv", "tsv", "txt", "xlsx", "sav", "zsav"])}`;
  const text = random.chance(0.3);
  const bytes = random.many(random.below(300), () =>
    text ? random.pick('a1,;\t\n\r"= ').charCodeAt(0) : random.below(256),
  );
  return withSurvey(file, new Uint8Array([...random.pick(starts), ...bytes]), random);
}

function exportCase(random, { exports }) {
  const bytes = random.chance(0.3) ? new TextEncoder().encode(surveyCsv) : random.pick(exports);
  return withSurvey("survey/a.csv", mutate(bytes, random), random);
}

const headings = [
  "link_code",
  "start_date",
  "settle_1",
  "settle_2",
  "helpers",
  "days_login",
  "best",
  "StartDate",
  "Finished",
  "Q9 - Buddy",
  "ID",
  "Timestamp",
  "Email",
  "",
];

function cellsOf(random, value) {
  const width = 1 + random.below(8);
  const header = random.many(width, () => (random.chance(0.8) ? random.pick(headings) : random.pick(nasty)));
  return [header, ...random.many(1 + random.below(6), () => random.many(width, value))];
}

function textGrid(random) {
  const rows = cellsOf(random, () => (random.chance(0.2) ? "" : random.pick(nasty)));
  const delimiter = random.pick([",", ";", "\t"]);
  const end = random.pick(["\n", "\r\n", "\r"]);
  const write = (cell) =>
    /[",;\t\r\n]/.test(cell) || random.chance(0.2) ? `"${cell.replaceAll('"', '""')}"` : cell;
  // `sep=` tells the delimiter, so that the cells are known.
  const text = `sep=${delimiter}\n${rows.map((row) => row.map(write).join(delimiter)).join(end)}${end}`;
  const bytes = new TextEncoder().encode(text);
  const known = rows.map((row) =>
    row.map((cell) =>
      cell === ""
        ? null
        : new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(cell)),
    ),
  );
  // NUL bytes make a file that is no text: nothing comes back then.
  return { ...withSurvey("survey/a.csv", bytes, random), known: bytes.includes(0) ? undefined : known };
}

function workbookRows(random) {
  const number = () => random.pick([0, 1, 5, -3, 2.5, 1e21, 1e-7, 0.1 + 0.2, 46117]);
  return cellsOf(random, () =>
    random.pick([null, number(), random.pick(nasty), random.pick(nasty), random.chance(0.5)]),
  );
}

function workbookGrid(random) {
  const rows = workbookRows(random);
  const known = rows.map((row) =>
    row.map((cell) =>
      cell === "" ? null : typeof cell === "string" ? cell.replace(/\r\n?/g, (end) => end) : cell,
    ),
  );
  return { ...withSurvey("survey/a.xlsx", zipped(partsOf(rows, random)), random), known };
}

function xmlCase(random) {
  const parts = partsOf(workbookRows(random), random);
  const name = random.pick(Object.keys(parts));
  return withSurvey("survey/a.xlsx", zipped({ ...parts, [name]: mutateText(parts[name], random) }), random);
}

function zipCase(random) {
  return withSurvey("survey/a.xlsx", mutate(zipped(partsOf(workbookRows(random), random)), random), random);
}

function codebookCase(random) {
  const made = withSurvey("survey/a.csv", surveyCsv, random);
  return { files: { ...made.files, "codebook.csv": mutate(new TextEncoder().encode(codebookCsv), random) } };
}

function yamlCase(random) {
  const made = withSurvey("survey/a.csv", surveyCsv, random);
  return { files: { ...made.files, "study.yaml": mutate(new TextEncoder().encode(studyYaml), random) } };
}

function cohortCase(random) {
  const made = withSurvey("survey/a.csv", surveyCsv, random);
  return { files: { ...made.files, "cohort.csv": mutate(new TextEncoder().encode(cohortCsv), random) } };
}

function savCase(random, { savs }) {
  return withSurvey("survey/a.sav", mutate(random.pick(savs), random), random);
}

function costCase(random, { costParts }) {
  const name = random.pick(
    Object.keys(costParts).filter((each) => /sheet|Strings|workbook|styles/.test(each)),
  );
  const made = withSurvey("survey/a.csv", surveyCsv, random);
  const study = studyYaml.replace(
    "kind: cohort }",
    "kind: cohort }\n  - { file: costs/a.xlsx, kind: cost-return, trust: A }",
  );
  const bytes = zipped({ ...costParts, [name]: mutateText(costParts[name], random) });
  return { files: { ...made.files, "study.yaml": study, "costs/a.xlsx": bytes } };
}

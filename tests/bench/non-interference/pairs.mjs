// Pairs of studies that differ in what is protected and agree in all that is safe: the example, and a copy of it with
// something changed at random. A pair counts when every safe result is the same.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const surveys = ["a-arrival", "a-month3", "c-arrival", "c-month3", "d-arrival", "d-month3"].map(
  (name) => `survey/trust-${name}.csv`,
);
/** The most lines of headings that a platform writes. */
const headings = 3;

/** What may be changed. Each takes the files and a stream of random numbers, and gives the changed files. */
const changes = {
  "words in free text": (files, draw) =>
    inRows(files, surveys[4 + draw(2)], (rows) => {
      const column = rows[0].findIndex((heading) => /helped you most|improve|Q17/i.test(heading));
      const at = column === -1 ? rows[0].length - 1 : column;
      const row = rows[headings + draw(rows.length - headings)];
      if (row[at] !== undefined && !/^\d*$/.test(row[at])) row[at] = `The rota, and the ward ${draw(90)}`;
    }),
  "order of rows": (files, draw) =>
    inRows(files, surveys[draw(surveys.length)], (rows) => {
      const [one, other] = [0, 0].map(() => headings + draw(rows.length - headings));
      [rows[one], rows[other]] = [rows[other], rows[one]];
    }),
  "spelling of link codes": (files, draw) => {
    const trust = ["a", "c", "d"][draw(3)];
    return ["arrival", "month3"].reduce(
      (now, wave) =>
        inRows(now, `survey/trust-${trust}-${wave}.csv`, (rows) => {
          for (const row of rows.slice(headings))
            row.forEach((cell, column) => {
              if (/^[A-Z]{2}\d{2}[A-Z]{2}$/.test(cell)) row[column] = `${cell[1]}${cell[0]}${cell.slice(2)}`;
            });
        }),
      inRows(files, "hr.csv", (rows) => (rows[1 + draw(rows.length - 1)][1] = `X${draw(9000) + 1000}`)),
    );
  },
  "name of a file": (files, draw) => {
    const old = surveys[draw(surveys.length)];
    const name = `survey/export-${draw(100000)}.csv`;
    const changed = new Map([...files].filter(([file]) => file !== old));
    changed.set(name, files.get(old));
    changed.set("study.yaml", strToU8(strFromU8(files.get("study.yaml")).replaceAll(old, name)));
    return changed;
  },
  "pounds of a Trust without consent": (files, draw) => {
    const file = `costs/trust-${["d", "e", "f"][draw(3)]}.xlsx`;
    const parts = unzipSync(files.get(file));
    const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));
    const cells = sheets.flatMap((sheet) =>
      [...strFromU8(parts[sheet]).matchAll(/<c r="[A-Z]+\d+"(?![^>]* t=)[^>]*><v>(\d{2,5}(?:\.\d+)?)<\/v>/g)]
        .filter((match) => Number(match[1]) > 60 && Number(match[1]) < 40000)
        .map((match) => ({ sheet, match })),
    );
    const { sheet, match } = cells[draw(cells.length)];
    const text = strFromU8(parts[sheet]);
    const value = Number(match[1]) + (1 + draw(99)) / 100;
    const cell = match[0].replace(`<v>${match[1]}</v>`, `<v>${value.toFixed(2)}</v>`);
    parts[sheet] = strToU8(text.slice(0, match.index) + cell + text.slice(match.index + match[0].length));
    return new Map([...files, [file, zipSync(parts)]]);
  },
  "days of an HR record": (files, draw) =>
    inRows(files, "hr.csv", (rows) => {
      const left = rows.slice(1).filter((row) => row[3] !== "");
      const row = left[draw(left.length)];
      const [day, ...rest] = row[3].split("/");
      row[3] = [String(1 + (Number(day) % 28)).padStart(2, "0"), ...rest].join("/");
    }),
  "answers of two people, exchanged": (files, draw) =>
    inRows(files, surveys[draw(surveys.length)], (rows) => {
      const [one, other] = [0, 0].map(() => rows[headings + draw(rows.length - headings)]);
      const column = 3 + draw(rows[0].length - 3);
      [one[column], other[column]] = [other[column], one[column]];
    }),
  "an answer within a joined group of answers": (files, draw) =>
    inRows(files, surveys[draw(surveys.length)], (rows) => {
      const words = { Agree: "Strongly agree", "Strongly agree": "Agree", Disagree: "Strongly disagree" };
      const cells = rows.flatMap((row) =>
        row.flatMap((cell, column) => (words[cell] === undefined ? [] : [{ row, column }])),
      );
      if (cells.length === 0) return;
      const { row, column } = cells[draw(cells.length)];
      row[column] = words[row[column]];
    }),
};

export const kinds = Object.keys(changes);
/** Kinds that change what a study holds, and none of its results. A pair of another kind differs in results before the gate. */
const outside = ["words in free text", "order of rows", "spelling of link codes", "name of a file"];

/**
 * Of each pair the bytes of results.json are compared, of which alone `run` makes every other file of release/; of every
 * `whole`th pair both releases are made and compared file by file.
 *
 * @param engine what reads, works out and writes a study, and what ships with the program
 * @param count pairs that are asked for
 * @param seed where the random draws start
 * @param most changes that are tried before giving up
 */
export async function comparePairs(engine, { count, seed, most, whole }) {
  const { checkStudy, evaluate, run, resultsOf, shipped, version } = engine;
  const draw = drawer(seed);
  const files = baseStudy();
  const key = strToU8("0123456789abcdef0123456789abcdef");
  const release = async (study) => (await run(folderOf(study), shipped, version, undefined, key)).files;
  const work = async (study) => {
    const checked = await checkStudy(folderOf(study), shipped);
    if (checked.refused || !checked.study) return null;
    const evaluation = evaluate(checked);
    return {
      safe: JSON.stringify(evaluation.released.results),
      results: resultsOf(checked, evaluation),
      internal: JSON.stringify(evaluation.computed.results),
    };
  };
  const expected = await work(files);
  let made = null;
  const found = kinds.map((kind) => ({ kind, tried: 0, pairs: 0, internal: 0, whole: 0, different: [] }));
  for (let tried = 0; tried < most && sum(found) < count; tried += 1) {
    const hopeful = found.filter(isHopeful);
    const fewest = Math.min(...hopeful.map(({ pairs }) => pairs));
    const open = hopeful.filter(({ pairs }) => pairs === fewest);
    const one = open[tried % open.length];
    one.tried += 1;
    const other = changes[one.kind](files, draw);
    const second = sameBytes(files, other, "").length === 0 ? null : await work(other);
    if (second === null || second.safe !== expected.safe) continue;
    if (!outside.includes(one.kind) && second.internal === expected.internal) continue;
    one.pairs += 1;
    if (second.internal !== expected.internal) one.internal += 1;
    if (Buffer.compare(second.results, expected.results) !== 0) one.different.push("release/results.json");
    if (sum(found) % whole !== 0) continue;
    made ??= await release(files);
    one.whole += 1;
    one.different.push(...sameBytes(made, await release(other), "release/"));
  }
  return found;
}

/** A kind that was tried often and never gave a pair is left alone. */
function isHopeful({ tried, pairs }) {
  return tried < 12 || pairs * 12 > tried;
}

function sum(found) {
  return found.reduce((total, { pairs }) => total + pairs, 0);
}

/** Names of the files below a folder that differ. */
function sameBytes(first, second, folder) {
  const names = new Set([...first.keys(), ...second.keys()].filter((name) => name.startsWith(folder)));
  return [...names].filter(
    (name) => Buffer.compare(first.get(name) ?? new Uint8Array(), second.get(name) ?? new Uint8Array()) !== 0,
  );
}

/** The example, in which three Trusts have not consented that their cost is shown. */
function baseStudy() {
  const root = "data/example";
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  const files = new Map(
    names
      .filter((name) => statSync(join(root, name)).isFile() && !/^(README\.md|truth\.yaml)$/.test(name))
      .map((name) => [name, new Uint8Array(readFileSync(join(root, name)))]),
  );
  const yaml = strFromU8(files.get("study.yaml")).replace(/^ +- \{ trust: [DEF], by: .*\n/gm, "");
  return files.set("study.yaml", strToU8(yaml));
}

function folderOf(files) {
  return {
    list: () => Promise.resolve([...files.keys()].sort()),
    read: (file) => Promise.resolve(files.get(file) ?? null),
  };
}

function inRows(files, file, edit) {
  const mark = "\u00ef\u00bb\u00bf";
  const whole = Buffer.from(files.get(file)).toString("latin1");
  const start = whole.startsWith(mark) ? mark : "";
  const rows = parse(whole.slice(start.length), { relax_column_count: true, bom: false });
  edit(rows);
  const text = rows.map((row) =>
    row.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","),
  );
  return new Map([
    ...files,
    [file, new Uint8Array(Buffer.from(`${start}${text.join("\r\n")}\r\n`, "latin1"))],
  ]);
}

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function drawer(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

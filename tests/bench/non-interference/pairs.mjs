// Pairs of studies that differ in what is protected: a small study, and a copy of it with something changed at random. A pair
// counts when the results before the gate differ and those after it are the same.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { bytesOfRows, costFile, rowsOf, smallStudy, surveyFile, trusts, waves } from "./small-study.mjs";

const items = ["Q5_1", "Q5_2", "Q5_3", "Q7_2", "Q8", "Q11_12", "Q15"];

/** What is changed, and in which study: with cost returns or without. */
const changes = {
  "an answer inside a joined group of answers": (files, draw) =>
    inRows(files, surveyFile(pick(draw, trusts), "month3"), (rows) => {
      const column = rows[0].indexOf("Q15");
      const inside = rows.slice(1).filter((row) => ["4", "5"].includes(row[column]));
      if (inside.length === 0) return;
      const row = pick(draw, inside);
      row[column] = row[column] === "4" ? "5" : "4";
    }),
  "answers exchanged between two people of a Trust": exchangeWithin,
  "answers exchanged between two Trusts shown as one": (files, draw) => {
    const wave = pick(draw, waves);
    const [first, second] = ["A", "B"].map((trust) => rowsOf(files, surveyFile(trust, wave)));
    const column = first[0].indexOf(
      pick(
        draw,
        items.filter((item) => first[0].includes(item)),
      ),
    );
    exchange(pick(draw, first.slice(1)), pick(draw, second.slice(1)), column);
    return withRows(files, [
      [surveyFile("A", wave), first],
      [surveyFile("B", wave), second],
    ]);
  },
  "two people of two Trusts shown as one, each at the other": exchangePeople,
  "pounds of a Trust that did not agree to show its cost": (files, draw) => {
    const file = costFile(pick(draw, ["A", "B", "D", "E"]));
    const parts = unzipSync(files.get(file));
    const cells = Object.keys(parts)
      .filter((name) => name.startsWith("xl/worksheets/sheet"))
      .flatMap((sheet) =>
        [
          ...strFromU8(parts[sheet]).matchAll(
            /<c r="[A-Z]+\d+"(?![^>]* t=)[^>]*><v>(\d{2,5}(?:\.\d+)?)<\/v>/g,
          ),
        ]
          .filter(([, amount]) => Number(amount) > 60 && Number(amount) < 40000)
          .map((match) => ({ sheet, match })),
      );
    const { sheet, match } = pick(draw, cells);
    const text = strFromU8(parts[sheet]);
    const amount = (Number(match[1]) + (1 + draw(99)) / 100).toFixed(2);
    const cell = match[0].replace(`<v>${match[1]}</v>`, `<v>${amount}</v>`);
    parts[sheet] = strToU8(text.slice(0, match.index) + cell + text.slice(match.index + match[0].length));
    return new Map([...files, [file, zipSync(parts)]]);
  },
  "the day on which a doctor left": (files, draw) =>
    inRows(files, "hr.csv", (rows) => {
      const left = rows.slice(1).filter((row) => row[3] !== "");
      if (left.length > 0) pick(draw, left)[3] = `${11 + draw(19)}/10/2026`;
    }),
  "words in free text": (files, draw) =>
    inRows(exchangePeople(files, draw), surveyFile(pick(draw, trusts), "month3"), (rows) => {
      pick(draw, rows.slice(1))[rows[0].indexOf("Q17")] = `The ward and rota ${draw(90)}`;
    }),
  "the order of rows": (files, draw) =>
    inRows(exchangePeople(files, draw), surveyFile(pick(draw, trusts), pick(draw, waves)), (rows) => {
      for (let last = rows.length - 1; last > 1; last -= 1) {
        const other = 1 + draw(last);
        [rows[last], rows[other]] = [rows[other], rows[last]];
      }
    }),
  "the name of a file": (files, draw) => {
    const changed = exchangePeople(files, draw);
    const old = surveyFile(pick(draw, trusts), pick(draw, waves));
    const name = `survey/export-${draw(100000)}.csv`;
    const yaml = strFromU8(files.get("study.yaml")).replaceAll(old, name);
    const others = [...changed].filter(([file]) => file !== old);
    return new Map([...others, [name, changed.get(old)], ["study.yaml", strToU8(yaml)]]);
  },
  "the spelling of link codes": (files, draw) => {
    const trust = pick(draw, trusts);
    return waves.reduce(
      (now, wave) =>
        inRows(now, surveyFile(trust, wave), (rows) => {
          for (const row of rows.slice(1)) row[1] = `${row[1][1]}${row[1][0]}${row[1].slice(2)}`;
        }),
      exchangePeople(files, draw),
    );
  },
};

/** Every kind of change. The last four come with an exchange of people, without which no result before the gate would differ. */
export const kinds = Object.keys(changes);

/** Pairs of one small study before another is drawn. */
const pairsOfAStudy = 25;

/**
 * Of each pair the bytes of results.json are compared, of which alone `run` makes every other file of release/; of every
 * `whole`th pair both studies are run, and compared file by file.
 *
 * @param engine what reads, works out and writes a study, and what ships with the program
 * @param asked `count` pairs, `seed` where the random draws start, `most` changes that are tried before giving up, `whole`
 * @param tell called after each pair
 */
export async function comparePairs(engine, { count, seed, most, whole }, tell = () => undefined) {
  const draw = drawer(seed);
  const found = kinds.map((kind) => ({ kind, tried: 0, pairs: 0, whole: 0, different: [] }));
  const total = () => found.reduce((sum, { pairs }) => sum + pairs, 0);
  let bases = new Map();
  for (let tried = 0; tried < most && total() < count; tried += 1) {
    const hopeful = found.filter(({ tried, pairs }) => tried < 20 || pairs * 20 > tried);
    const fewest = Math.min(...hopeful.map(({ pairs }) => pairs));
    const one = hopeful.find(({ pairs }) => pairs === fewest);
    const withCosts = one.kind.startsWith("pounds");
    if (!bases.has(withCosts)) {
      const files = smallStudy(draw, withCosts);
      bases.set(withCosts, { files, worked: await workOut(engine, files), made: null });
    }
    const base = bases.get(withCosts);
    one.tried += 1;
    const files = changes[one.kind](base.files, draw);
    const results = await sameSafeResults(engine, files, base.worked);
    if (results === null) continue;
    one.pairs += 1;
    if (Buffer.compare(results, base.worked.results) !== 0) one.different.push("results.json");
    if (total() % whole === 0) {
      base.made ??= await releaseOf(engine, base.files);
      one.whole += 1;
      one.different.push(...differing(base.made, await releaseOf(engine, files)));
    }
    tell(one, total());
    if (total() % pairsOfAStudy === 0) bases = new Map();
  }
  return found;
}

async function workOut(engine, files) {
  const checked = await engine.checkStudy(folderOf(files), engine.shipped);
  if (checked.refused) throw new Error("the small study is refused");
  const measured = engine.measure(checked);
  const evaluation = engine.release(measured);
  return {
    internal: JSON.stringify(measured.computed.results),
    safe: JSON.stringify(evaluation.released.results),
    results: engine.resultsOf(checked, evaluation),
  };
}

/** Bytes of results.json of a changed study whose results differ before the gate and not after it; else null. */
async function sameSafeResults(engine, files, { internal, safe }) {
  const checked = await engine.checkStudy(folderOf(files), engine.shipped);
  if (checked.refused) return null;
  const measured = engine.measure(checked);
  if (JSON.stringify(measured.computed.results) === internal) return null;
  const evaluation = engine.release(measured);
  return JSON.stringify(evaluation.released.results) === safe ? engine.resultsOf(checked, evaluation) : null;
}

/** Files of release/ as `run` makes them. */
async function releaseOf({ run, shipped, version }, files) {
  const { files: made } = await run(folderOf(files), shipped, version);
  return new Map([...made].filter(([name]) => name.startsWith("release/")));
}

function differing(first, second) {
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const bytes = (files, name) => files.get(name) ?? new Uint8Array();
  return names.filter((name) => Buffer.compare(bytes(first, name), bytes(second, name)) !== 0);
}

function folderOf(files) {
  return {
    list: () => Promise.resolve([...files.keys()].sort()),
    read: (file) => Promise.resolve(files.get(file) ?? null),
  };
}

function exchangePeople(files, draw) {
  const codes = ["A", "B"].map((trust) => pick(draw, rowsOf(files, surveyFile(trust, "month3")).slice(1))[1]);
  return waves.reduce((now, wave) => {
    const [first, second] = ["A", "B"].map((trust) => rowsOf(now, surveyFile(trust, wave)));
    const [going, coming] = [first, second].map((rows, index) =>
      rows.filter((row) => row[1] === codes[index]),
    );
    return withRows(now, [
      [surveyFile("A", wave), [...first.filter((row) => !going.includes(row)), ...coming]],
      [surveyFile("B", wave), [...second.filter((row) => !coming.includes(row)), ...going]],
    ]);
  }, files);
}

function exchangeWithin(files, draw) {
  return inRows(files, surveyFile(pick(draw, trusts), pick(draw, waves)), (rows) => {
    const column = rows[0].indexOf(
      pick(
        draw,
        items.filter((item) => rows[0].includes(item)),
      ),
    );
    exchange(pick(draw, rows.slice(1)), pick(draw, rows.slice(1)), column);
  });
}

function exchange(one, other, column) {
  [one[column], other[column]] = [other[column], one[column]];
}

function inRows(files, file, edit) {
  const rows = rowsOf(files, file);
  edit(rows);
  return withRows(files, [[file, rows]]);
}

function withRows(files, changed) {
  return new Map([...files, ...changed.map(([file, rows]) => [file, bytesOfRows(rows)])]);
}

function pick(draw, list) {
  return list[draw(list.length)];
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

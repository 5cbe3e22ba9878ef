import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { caseOf } from "./cases.mjs";

/** Files of the example study and of the tests that cases are made from. */
export function readSamples() {
  const read = (file) => new Uint8Array(readFileSync(file));
  // The head of a real export holds its shape; a short file is read a million times in an hour.
  const head = (file) => read(file).slice(0, 3_000);
  const exports = ["a-arrival", "c-arrival", "d-arrival", "e-arrival", "f-arrival"].map((name) =>
    head(`data/example/survey/trust-${name}.csv`),
  );
  const savs = ["byte.sav", "none.sav", "no-people.sav", "zlib.zsav"].map((name) =>
    read(`tests/formats/spss/${name}`),
  );
  const costs = unzipSync(read("data/example/costs/trust-a.xlsx"));
  const costParts = Object.fromEntries(
    Object.entries(costs).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  return { exports, savs, costParts };
}

/**
 * Read and check the case of a seed; what is wrong with how the tool took it, or null. Nothing may be thrown, every
 * finding has a place, words and a way to mend it, a file gives rows or a finding, and known cells come back.
 *
 * @param kit the tool's checkStudy, readGrids and shipped data
 */
export async function judge(seed, samples, kit) {
  const { kind, files, file, known } = caseOf(seed, samples);
  const folder = {
    read: async (name) => (Object.hasOwn(files, name) ? bytesOf(files[name]) : null),
    list: async () => Object.keys(files).sort(),
  };
  try {
    const { findings, tables, study } = await kit.checkStudy(folder, kit.shipped);
    const faulty = findings.find((each) => !isWhole(each));
    if (faulty) return { kind, wrong: `a finding that is not whole: ${JSON.stringify(faulty)}` };
    if (!study && findings.length === 0) return { kind, wrong: "no study and no finding" };
    const silent = study?.sources.find(
      (source) =>
        !tables.some((each) => each.source.file === source.file) &&
        !findings.some((each) => each.at.file === source.file),
    );
    if (silent) return { kind, wrong: `${silent.file}: neither rows nor a finding` };
    if (known) {
      const difference = await compare(file, bytesOf(files[file]), known, kit);
      if (difference) return { kind, wrong: difference };
    }
    return { kind, wrong: null };
  } catch (error) {
    return { kind, wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function isWhole({ code, severity, at, message, fix }) {
  const words = [code, at?.file, message, fix].every((text) => typeof text === "string" && text !== "");
  return words && ["error", "warning", "note"].includes(severity);
}

/** The first cell that is not what was put in; null when all are. */
async function compare(file, bytes, known, kit) {
  const { grids, issues } = await kit.readGrids(file, bytes);
  const [grid] = grids;
  const filled = known.filter((row) => row.some((cell) => cell !== null));
  if (!grid) return filled.length > 0 && issues.length === 0 ? "no grid and no finding" : null;
  for (let index = 0; index < grid.cells.height; index += 1) {
    const row = known[grid.cells.rowNumber(index) - 1] ?? [];
    for (let position = 0; position < Math.max(row.length, grid.cells.widthOf(index)); position += 1) {
      const found = grid.cells.cell(index, position);
      const put = row[position] ?? null;
      if (found !== put)
        return `row ${index + 1}, column ${position + 1}: put ${JSON.stringify(put)}, came back ${JSON.stringify(found)}`;
    }
  }
  const rows = new Set(Array.from({ length: grid.cells.height }, (_, index) => grid.cells.rowNumber(index)));
  const lost = known.findIndex((row, index) => row.some((cell) => cell !== null) && !rows.has(index + 1));
  return lost >= 0 ? `row ${lost + 1} did not come back` : null;
}

function bytesOf(content) {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

import type { ReleaseContents } from "../../report/report-input.js";
import { axisNumbers } from "./axis-numbers.js";
import { jsonOf } from "./check-files.js";
import type { Leak, ReleaseBytes } from "./check-files.js";
import { knownNumbers, numbersIn } from "./known-numbers.js";
import type { Told } from "./known-numbers.js";
import { readMarkup } from "./read-html.js";
import { readOffice } from "./read-office.js";
import { readPng } from "./read-png.js";
import type { FileRead, Said } from "./said.js";

/**
 * What the files of a release tell that its results.json does not, found without the renderer that wrote them: each file is
 * taken apart as a stranger would, and its numbers are looked up among those of results.json.
 * - A number that a mark says to be a result's is one of that result, at its released precision.
 * - A number with decimals, with four or more digits or in pounds is one of results.json, or divides an axis.
 * - A number in a cell of the Word file or the workbook is one of results.json, or stands in the web page, where it was looked up.
 * Comments, properties, hidden sheets, data of charts and the like are found whatever they hold.
 */
export function checkNumbers(files: ReleaseBytes, contents: ReleaseContents): readonly Leak[] {
  const known = new Set([...knownNumbers(jsonOf(files.get("results.json")!)), ...workedOut(contents)]);
  const byResult = new Map<string, ReadonlySet<string>>();
  const numbersOf = (id: string) => {
    if (!byResult.has(id))
      byResult.set(
        id,
        knownNumbers(contents.released.results.find((result) => result.id === id) ?? null, false),
      );
    return byResult.get(id)!;
  };
  const read = [...files].map(([file, bytes]) => readFile(file, bytes));
  const inPage = new Set(
    read
      .flatMap(({ said }) => said.filter(({ file }) => file === "report.html"))
      .flatMap(({ text }) => numbersIn(text).map(({ value }) => value)),
  );
  const drawn = new Map<string, Said[]>();
  for (const one of read.flatMap(({ said }) => said))
    drawn.set(drawingOf(one), [...(drawn.get(drawingOf(one)) ?? []), one]);
  const axes = new Map([...drawn].map(([drawing, said]) => [drawing, axisNumbers(said)]));
  const isKnown = (said: Said, told: Told): boolean => {
    if (said.result !== null) return numbersOf(said.result).has(told.value);
    if (known.has(told.value)) return true;
    if (told.isTelling)
      return said.place === "text" && (isRound(told.value) || axes.get(drawingOf(said))!.has(told.value));
    return !said.isCell || inPage.has(told.value);
  };
  return read.flatMap(({ said, foreign }) => [
    ...foreign,
    ...said.flatMap((one) =>
      numbersIn(one.text)
        .filter((told) => !isKnown(one, told))
        .map(({ written }) => ({ file: one.file, what: tell(one, written) })),
    ),
  ]);
}

function tell({ place, text, result }: Said, written: string): string {
  const at = text.indexOf(written);
  const around = text.slice(Math.max(0, at - 30), at + written.length + 30).trim();
  const whose = result === null ? "no safe result has it" : `result ${result} does not have it`;
  return `${place}: the number ${written} in "${around}": ${whose}`;
}

function readFile(file: string, bytes: Uint8Array): FileRead {
  if (/\.(docx|xlsx)$/.test(file)) return readOffice(file, bytes);
  if (file.endsWith(".png")) return readPng(file, bytes);
  return /\.(html|svg)$/.test(file)
    ? readMarkup(file, new TextDecoder().decode(bytes))
    : { said: [], foreign: [] };
}

/** One drawing of one file; what stands outside of drawings is together. */
function drawingOf({ file, drawing }: Said): string {
  return `${file} ${drawing ?? ""}`;
}

/** So round that no axis need be there to tell it: one figure, or two of which the second is 0, 2 or 5. */
function isRound(value: string): boolean {
  return /^\d[025]?0*$/.test(value);
}

/**
 * What anybody can count in results.json: the results of each kind; and of the checks of the statistics, which are the tool's
 * own, how many values in all, and one in how many may be off.
 */
function workedOut({ released, verification }: ReleaseContents): readonly string[] {
  const kinds = (["estimate", "suppressed", "unavailable"] as const).map(
    (kind) => released.results.filter((result) => result.kind === kind).length,
  );
  const { families, closedForm, iterative } = verification;
  const sums = (["methods", "cases", "values"] as const).map((what) =>
    families.reduce((sum, family) => sum + family[what], 0),
  );
  return [...kinds, ...sums, Math.round(1 / closedForm), Math.round(1 / iterative)].map(String);
}

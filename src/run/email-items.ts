import { formatNumber } from "../core/format.js";
import { plainText } from "../report/plain-text.js";
import { wrapText } from "../report/wrap-text.js";
import type { Study } from "../study/study.js";
import type { Fault } from "./faults.js";

/** A file as the Trust that sent it knows it: `Your cost return (trust-c.xlsx)`. */
export function fileWords({ source, at, wave }: Fault, study: Study): string {
  const label = study.waves.find((one) => one.id === wave)?.label;
  const when = label === undefined ? "" : `, ${label}`;
  if (source === null) return label === undefined ? "Your numbers of IMGs" : `The survey${when}`;
  const name = at.file.slice(at.file.lastIndexOf("/") + 1);
  const what = {
    survey: "survey",
    "cost-return": "cost return",
    cohort: "numbers of IMGs",
    hr: "HR extract",
  };
  return `Your ${what[source.kind]}${source.kind === "survey" ? when : ""} (${name})`;
}

/** Places named for one fault before the others are only counted. */
const mostPlaces = 40;

/** The faults of one file as a numbered list; what is wrong in the same way in several places is one item. */
export function mendLines(faults: readonly Fault[], width: number): readonly string[] {
  const items = new Map<string, Fault[]>();
  for (const fault of faults) {
    const { severity, at, wrong, mend } = fault;
    const key = [severity, at.sheet, at.cell === undefined ? at.column : "", wrong, mend].join("\n");
    items.set(key, [...(items.get(key) ?? []), fault]);
  }
  return [...items.values()].flatMap((some, index) => item(some, index + 1, width));
}

function item(faults: readonly Fault[], number: number, width: number): readonly string[] {
  const { severity, wrong, expected, mend } = faults[0]!;
  const where = placesOf(faults);
  const head = severity === "error" ? "must be mended" : "please look";
  const texts = [
    `${where === "" ? "The file" : where} (${head})`,
    ended(`What is wrong: ${wrong}`),
    ...(expected === null ? [] : [ended(`Expected: ${expected}`)]),
    ended(`How to mend it: ${mend}`),
  ];
  const mark = `${number}. `.padStart(5);
  return texts.flatMap((text, index) =>
    wrapText(plainText(text), width - mark.length).map(
      (line, more) => `${index === 0 && more === 0 ? mark : " ".repeat(mark.length)}${line}`,
    ),
  );
}

/** A sentence with its full stop, unless it is a question. */
export function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Cells or rows of one kind of fault: `Sheet Staff, cells F5, F6 and F7`, `Column "Q5", row 12`. */
function placesOf(faults: readonly Fault[]): string {
  const { sheet, cell, column, row } = faults[0]!.at;
  const places = faults.map(({ at }) => at.cell ?? at.row);
  const [one, several] = cell === undefined ? ["row", "rows"] : ["cell", "cells"];
  const parts = [
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
    ...(column === undefined || cell !== undefined ? [] : [`column "${column}"`]),
    ...(cell === undefined && row === undefined
      ? []
      : [places.length === 1 ? `${one} ${places[0]}` : `${several} ${list(places.map(String))}`]),
  ];
  const text = parts.join(", ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function list(places: readonly string[]): string {
  if (places.length <= mostPlaces) return `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`;
  return `${places.slice(0, mostPlaces).join(", ")} and ${formatNumber(places.length - mostPlaces)} more`;
}

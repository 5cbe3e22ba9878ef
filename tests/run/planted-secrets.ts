import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stream } from "../../src/core/random.js";
import { columnLetters } from "../../src/core/table.js";
import { readWorkbook, writeWorkbook } from "../../src/ingest/workbook.js";
import { csvOf } from "../ingest/small-study.js";

/** What is planted, and the part of it that may stand nowhere. */
interface Secret {
  readonly words: string;
  readonly hidden: string;
}

const random = stream(20261127, "secrets");
const below = (most: number) => Math.floor(random() * most);
const digits = (count: number) => Array.from({ length: count }, () => below(10)).join("");
const letters = (count: number) => Array.from({ length: count }, () => "bdfgklmnprst"[below(12)]).join("");
const plain = (words: string): Secret => ({ words, hidden: words });
const surname = () => `Q${letters(3)}o${letters(3)}`;

function nhsNumber(): string {
  for (;;) {
    const nine = `4${digits(8)}`;
    const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${check}`;
  }
}

/** Kinds that are told by themselves, or by the word that stands before them. */
export const kinds: readonly (() => Secret)[] = [
  () => plain(`${letters(6)}.${letters(5)}@${letters(6)}.org`),
  () => plain(`07700 9${digits(5)}`),
  () => plain(`+234 803 ${digits(3)} ${digits(4)}`),
  () => plain(nhsNumber()),
  () => plain(`AB${digits(6)}C`),
  () => plain(`NE${1 + below(9)} ${below(10)}LP`),
  () => plain(`81.${100 + below(99)}.${100 + below(99)}.${100 + below(99)}`),
  () => plain(`2001:db8::a${digits(3)}:b${digits(3)}`),
  () => plain(`51.${digits(5)}, -0.1${digits(4)}`),
  () => withWord("GMC", `71${digits(5)}`),
  () => withWord("born", `${10 + below(18)}/0${1 + below(9)}/19${70 + below(29)}`),
  () => withWord("Dr", surname()),
];

function withWord(word: string, hidden: string): Secret {
  return { words: `${word} ${hidden}`, hidden };
}

/** Every kind in turn. */
export function someSecrets(count: number): readonly Secret[] {
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]!());
}

export type Rows = string[][];

/** Rows of a file of a study; changed ones are written back in the same form. Bytes of text go through one by one. */
export async function change(study: string, file: string, edit: (rows: Rows) => void): Promise<void> {
  const path = join(study, file);
  const bytes = readFileSync(path);
  if (!file.endsWith(".xlsx")) {
    const rows = parse(bytes.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, ""), {
      relax_column_count: true,
    }) as Rows;
    edit(rows);
    writeFileSync(path, Buffer.from(csvOf(rows), "latin1"));
    return;
  }
  const [sheet] = await readWorkbook(bytes);
  const width = Math.max(...sheet!.rows.flatMap(({ cells }) => cells.map(({ column }) => column + 1)));
  const rows = sheet!.rows.map(({ cells }) => {
    const values = new Map(cells.map(({ column, value }) => [column, String(value ?? "")]));
    return Array.from({ length: width }, (_, column) => values.get(column) ?? "");
  });
  edit(rows);
  writeFileSync(
    path,
    await writeWorkbook(
      (workbook) => {
        const own = workbook.addWorksheet(sheet!.name);
        rows.forEach((cells, row) =>
          cells.forEach((value, column) => {
            if (value !== "") own.getCell(`${columnLetters(column)}${row + 1}`).value = value;
          }),
        );
      },
      { title: "Answers" },
    ),
  );
}

/** A name for a column of names, not told by any title. */
export function fullName(): Secret {
  const last = surname();
  return { words: `Amina ${last}`, hidden: last };
}

/** A whole number below. */
export const drawBelow = below;

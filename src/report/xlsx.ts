import { writeWorkbook } from "../ingest/workbook.js";
import { checkDocument } from "./check-document.js";
import type { Document, TableBlock } from "./document.js";
import { numberedTables } from "./numbering.js";
import { plainText } from "./plain-text.js";
import { sheetNames } from "./sheet-names.js";
import { explainShorthand, shorthandMeanings } from "./shorthand.js";
import type { SheetContent, SheetLine } from "./xlsx-sheet.js";
import { addSheet } from "./xlsx-sheet.js";

/**
 * Every table of a document as a workbook: cover, contents, notes, then one tagged table a sheet, those behind figures
 * among them. Numbers are numbers; what is missing is said in square brackets. The same document gives the same bytes.
 * Throws, as a bug, on a document that `checkDocument` refuses.
 */
export async function renderXlsx(document: Document): Promise<Uint8Array> {
  checkDocument(document);
  const notes = numberNotes(document);
  const sheets = [
    coverSheet(document),
    contentsSheet(document),
    notesSheet(document, notes),
    ...tableSheets(document, notes),
  ];
  return writeWorkbook(
    (workbook) => {
      workbook.views = [
        { x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: "visible" },
      ];
      for (const sheet of sheets) addSheet(workbook, sheet);
    },
    { title: plainText(document.title), subject: plainText(document.subtitle) },
  );
}

function coverSheet(document: Document): SheetContent {
  const lines = [
    ...(document.authors.length > 0 ? [`Authors: ${document.authors.join("; ")}`] : []),
    ...(document.steeringGroup.length > 0 ? [`Steering group: ${document.steeringGroup.join("; ")}`] : []),
    "Every table of the report, and the numbers behind every figure, one table a sheet.",
    "Letters in square brackets stand where there is no number; the Notes sheet says what they mean.",
    document.imprint,
  ];
  return {
    name: "Cover",
    title: document.title,
    lines: [
      ...textLines(document.subtitle),
      ...bannerLines(document),
      ...textLines(...lines),
      { text: "Go to the contents", sheet: "Contents" },
    ],
    table: null,
  };
}

function bannerLines(document: Document): readonly SheetLine[] {
  return document.banner === null ? [] : [{ text: document.banner, bold: true }];
}

function textLines(...texts: readonly string[]): readonly SheetLine[] {
  return texts.filter((text) => plainText(text) !== "").map((text) => ({ text }));
}

/** A note of one table, with the mark it has on the Notes sheet. */
interface MarkedNote {
  readonly mark: string;
  readonly label: string;
  readonly text: string;
}

function numberNotes(document: Document): readonly MarkedNote[] {
  return numberedTables(document)
    .flatMap(({ label, table }) => table.notes.map((text) => ({ label, text })))
    .map((note, index) => ({ mark: `[note ${index + 1}]`, ...note }));
}

const backLink: SheetLine = { text: "Back to the contents", sheet: "Contents" };

function contentsSheet(document: Document): SheetContent {
  const tables = numberedTables(document);
  const names = sheetNames(tables.map(({ table }) => table.id));
  const rows = tables.map(({ label, table }, index) => [names[index] ?? "", label, table.caption]);
  const notesRow = ["Notes", "None", "What the letters in square brackets mean, and the notes to the tables"];
  return {
    name: "Contents",
    title: "Contents",
    lines: [{ text: "One row a sheet, in the order of the report." }, ...bannerLines(document)],
    table: textTable("_contents", ["Sheet", "Number", "Title"], [notesRow, ...rows]),
    linkFirstColumn: true,
  };
}

function notesSheet(document: Document, notes: readonly MarkedNote[]): SheetContent {
  const letters = Object.entries(shorthandMeanings).map(([letter, meaning]) => [
    `[${letter}]`,
    "All tables",
    `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}${letter === "c" ? ", unless the sheet gives another reason" : ""}`,
  ]);
  const rows = notes.map(({ mark, label, text }) => [mark, label, text]);
  return {
    name: "Notes",
    title: "Notes",
    lines: [
      { text: "Letters that stand in place of a number, and notes to single tables." },
      ...bannerLines(document),
      backLink,
    ],
    table: textTable("_notes", ["Mark", "Table", "Meaning"], [...letters, ...rows]),
  };
}

function tableSheets(document: Document, notes: readonly MarkedNote[]): readonly SheetContent[] {
  const tables = numberedTables(document);
  const names = sheetNames(tables.map(({ table }) => table.id));
  return tables.map(({ label, table }, index) => {
    const marks = notes.filter((note) => note.label === label).map((note) => note.mark);
    const seeNotes = marks.length > 0 ? `Notes to this table, on the Notes sheet: ${marks.join(" ")}` : "";
    return {
      name: names[index] ?? "",
      title: `${label}: ${table.caption}`,
      lines: [
        ...textLines(table.description),
        ...bannerLines(document),
        ...textLines(explainShorthand(table).join(" "), seeNotes),
        backLink,
      ],
      table,
    };
  });
}

/** A table of words. Its id starts with `_`, which no table of a document does. */
function textTable(
  id: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): TableBlock {
  return {
    kind: "table",
    id,
    caption: "",
    description: "",
    columns: headings.map((heading) => ({ heading, align: "left" })),
    rows: rows.map((row) => row.map((text) => ({ kind: "text", text }))),
    notes: [],
  };
}

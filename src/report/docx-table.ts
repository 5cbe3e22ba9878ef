import type { Paragraph, Table } from "docx";
import { textWidth } from "../charts/text-width.js";
import { autolink } from "./autolink.js";
import { arialToDejaVu, columnNeeds, fitColumns } from "./column-widths.js";
import { writeCaption } from "./docx-caption.js";
import { docxColours, docxTextWidth } from "./docx-style.js";
import type { DocxContext } from "./docx-text.js";
import { writeInlines } from "./docx-text.js";
import type { TableBlock } from "./document.js";
import { plainText } from "./plain-text.js";
import { explainShorthand, printCell } from "./shorthand.js";

/**
 * Caption, description, grid and notes. The header row repeats on each page, no row breaks across two, and no note stands
 * without a row.
 */
export function writeTable(context: DocxContext, table: TableBlock): readonly (Paragraph | Table)[] {
  const { docx } = context;
  const description = plainText(table.description);
  const notes = [...explainShorthand(table), ...table.notes.map(plainText)];
  return [
    writeCaption(context, table, true),
    ...(description === ""
      ? []
      : [new docx.Paragraph({ style: "Description", keepNext: true, text: description })]),
    writeGrid(context, table, notes.length > 0),
    ...notes.map(
      (text, index) =>
        new docx.Paragraph({
          style: "Note",
          keepNext: index < notes.length - 1 && (notes.length <= notesTogether || index === 0),
          ...(index === 0 ? { spacing: { before: 100 } } : {}),
          children: writeInlines(context, autolink(text)),
        }),
    ),
  ];
}

/**
 * Tables up to this many rows stay on one page; of longer ones, the first and the last few rows stay together. The last row
 * stays with the notes, which stay together unless they are many, as lists of sources are.
 */
const keptTogether = 8;
const keptAtEnds = 3;
const notesTogether = 8;

const cellMargin = 70;

function writeGrid({ docx }: DocxContext, table: TableBlock, hasNotes: boolean): Table {
  const { points, widths } = fitTable(table);
  const size = points * 2;
  const together = table.rows.length <= keptTogether;
  const cell = (index: number, text: string, bold: boolean, keepNext: boolean) =>
    new docx.TableCell({
      width: { size: widths[index] ?? 0, type: docx.WidthType.DXA },
      verticalAlign: bold ? docx.VerticalAlignTable.BOTTOM : docx.VerticalAlignTable.TOP,
      ...(bold ? { borders: { bottom: { style: "single", size: 12, color: docxColours.text } } } : {}),
      children: [
        new docx.Paragraph({
          style: "Cell",
          alignment: table.columns[index]?.align === "right" ? "right" : "left",
          keepNext,
          children: [new docx.TextRun({ text, size, bold })],
        }),
      ],
    });
  const none = { style: "none", size: 0, color: "auto" } as const;
  const thin = { style: "single", size: 4, color: docxColours.line } as const;
  return new docx.Table({
    width: { size: docxTextWidth, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    margins: { left: cellMargin, right: cellMargin, marginUnitType: docx.WidthType.DXA },
    borders: {
      top: none,
      left: none,
      right: none,
      insideVertical: none,
      bottom: thin,
      insideHorizontal: thin,
    },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, index) => cell(index, plainText(column.heading), true, true)),
      }),
      ...table.rows.map((row, rowIndex) => {
        const left = table.rows.length - 1 - rowIndex;
        const isKept = together || rowIndex < keptAtEnds - 1 || left < keptAtEnds;
        const keepNext = isKept && (left > 0 || hasNotes);
        return new docx.TableRow({
          cantSplit: true,
          children: row.map((content, index) => cell(index, printCell(content), false, keepNext)),
        });
      }),
    ],
  });
}

/** The largest of three sizes at which no word is cut, and the column widths in twips. */
function fitTable(table: TableBlock): { readonly points: number; readonly widths: readonly number[] } {
  const sizes = [10, 9, 8, 7];
  const padding = 2 * cellMargin + 20;
  const needsAt = (points: number) => {
    const measure = (text: string, bold: boolean) =>
      textWidth(text, { fontSize: points * 20, bold }) * arialToDejaVu;
    return columnNeeds(table, measure).map(({ least, most }, index) => ({
      least: Math.max(least, index === 0 ? Math.min(most, roomForNames) : 0) + padding,
      most: most + padding,
    }));
  };
  const fits = (points: number) =>
    needsAt(points).reduce((sum, need) => sum + need.least, 0) <= docxTextWidth;
  const points = sizes.find(fits) ?? sizes[sizes.length - 1] ?? 7;
  return { points, widths: fitColumns(needsAt(points), docxTextWidth) };
}

/** Row names keep a fifth of the page, so that a table of many columns does not stack them word on word. */
const roomForNames = docxTextWidth / 5;

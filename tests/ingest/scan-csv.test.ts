import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvGrid } from "../../src/ingest/csv-grid.js";
import { readCsv } from "../../src/ingest/csv.js";
import type { Delimiter } from "../../src/ingest/delimiter.js";
import { decodeText, encodeUtf8 } from "../../src/ingest/encoding.js";
import type { CellGrid } from "../../src/ingest/grid.js";
import { gridOfText } from "../../src/ingest/grid.js";
import { scanCsv } from "../../src/ingest/scan-csv.js";

const delimiters = fc.constantFrom<Delimiter>(",", ";", "\t");
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");

/** What files are made of, and what they should not be made of, as bytes. */
const nasty = fc.constantFrom(
  ...[
    '"',
    '""',
    '"',
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "a",
    "b1",
    " ",
    "sep=;\n",
    "é",
    "€",
    "😀",
    "\uFEFF",
    "\0",
  ].map((text) => [...new TextEncoder().encode(text)]),
  ...[[0xff], [0xfe], [0xc3], [0xed, 0xa0, 0x80], [0x93]],
);
const nastyBytes = fc.array(nasty, { maxLength: 40 }).map((parts) => new Uint8Array(parts.flat()));
/** The same without what makes a file no UTF-8, so that more of the cases are about quotation marks. */
const nastyText = fc
  .array(fc.constantFrom('"', '""', '"a"', ",", ",", "\n", "\r", "\r\n", "a", "bc", "é", "\0", "\uFEFF"), {
    maxLength: 40,
  })
  .map((parts) => new TextEncoder().encode(parts.join("")));

/** A grid of any texts, ragged and with blank lines, written with marks where they are needed and sometimes where not. */
const cell = fc.record({
  text: fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "", "1", "1", 'say "so"', "a,b;c\td", "x\r\ny"),
  ),
  marked: fc.boolean(),
});
const written = fc.record({
  rows: fc.array(fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 6 }), end: lineEnds }), {
    maxLength: 20,
  }),
  delimiter: delimiters,
});

function write(
  rows: readonly { cells: readonly { text: string; marked: boolean }[]; end: string }[],
  delimiter: string,
) {
  const cellText = ({ text, marked }: { text: string; marked: boolean }) =>
    marked || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = rows.map(({ cells, end }) => cells.map(cellText).join(delimiter) + end).join("");
  return new TextEncoder().encode(text);
}

function told({ height, width, rowNumber, widthOf, cell: at }: CellGrid) {
  const rows = Array.from({ length: height }, (_, index) => ({
    row: rowNumber(index),
    width: widthOf(index),
    cells: Array.from({ length: width + 1 }, (_, position) => at(index, position)),
  }));
  return { height, width, rows };
}

function expectOneMeaning(bytes: Uint8Array, delimiter: Delimiter): CellGrid | null {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const strict = readCsv(text, "a.csv", delimiter);
  const scanned = scanCsv(bytes, delimiter);
  if (strict.issues.length > 0) expect(scanned).toBeNull();
  if (scanned) expect(told(scanned)).toEqual(told(gridOfText(strict.rows)));
  else if (strict.issues.length === 0) expect(text).toContain('"\0');
  return scanned;
}

describe("scanCsv", () => {
  it("reads any grid as the strict reader does", () => {
    fc.assert(
      fc.property(written, ({ rows, delimiter }) => {
        expect(expectOneMeaning(write(rows, delimiter), delimiter)).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it("has one meaning with the strict reader for any text, or leaves it to that", () => {
    fc.assert(
      fc.property(nastyText, delimiters, (bytes, delimiter) => {
        expectOneMeaning(bytes, delimiter);
      }),
      { numRuns: 5000 },
    );
  });

  it("tells texts apart by any of their bytes, however long", () => {
    const texts = Array.from({ length: 24 }, (_, size) => {
      const same = "a".repeat(size);
      const other = Array.from(same, (_, at) => `${same.slice(0, at)}b${same.slice(at + 1)}`);
      return [same, ...other, `${same}\0`, `\0${same}`];
    }).flat();
    const rows = [...texts, ...texts].map((text) => `${text},x`);
    expect(expectOneMeaning(new TextEncoder().encode(rows.join("\n")), ",")).not.toBeNull();
  });

  it("reads columns of more different texts than it numbers, and rows that come to be wider later", () => {
    const rows = Array.from({ length: 70_000 }, (_, row) => {
      const texts = [
        row < 2000 ? "S" : `S${row}`,
        row % 3 === 0 ? "" : `"${row}, ""so"" said ${row}"`,
        row % 5 === 0 ? '"é"' : "b",
      ];
      return row < 3000 ? texts.slice(0, 2).join(",") : texts.join(",");
    });
    const bytes = new TextEncoder().encode([...rows, `last,"one, without an end"`].join("\n"));
    const scanned = scanCsv(bytes, ",");
    const { rows: strict } = readCsv(new TextDecoder().decode(bytes), "a.csv", ",");
    const expected = gridOfText(strict);
    expect(scanned?.height).toBe(70_001);
    for (let row = 0; row < expected.height; row += 1) {
      if (scanned!.widthOf(row) !== expected.widthOf(row)) expect.fail(`width of row ${row}`);
      for (let position = 0; position < 4; position += 1) {
        if (scanned!.cell(row, position) !== expected.cell(row, position))
          expect.fail(`row ${row}, ${position}`);
      }
    }
  });

  it("leaves to the strict reader what would take far more room than the file", () => {
    const narrow = "a\n".repeat(20_000);
    const ragged = `${narrow}${",".repeat(10_000)}\n${narrow}`;
    expect(scanCsv(new TextEncoder().encode(ragged), ",")).toBeNull();
    expect(scanCsv(new TextEncoder().encode(",".repeat(20_000)), ",")).toBeNull();
  });
});

describe("readCsvGrid", () => {
  it("reads any bytes, in any encoding, as the strict reader does, and tells the same", () => {
    fc.assert(
      fc.property(nastyBytes, (bytes) => {
        const { text, reason } = decodeText(bytes);
        const strict = readCsv(text, "a.csv");
        const encoded = encodeUtf8(bytes);
        const read = readCsvGrid(encoded.utf8, "a.csv");
        expect(encoded.reason).toBe(reason);
        expect(read.delimiter).toBe(strict.delimiter);
        expect(read.issues).toEqual(strict.issues);
        expect(told(read.cells)).toEqual(told(gridOfText(strict.rows)));
      }),
      { numRuns: 5000 },
    );
  });
});

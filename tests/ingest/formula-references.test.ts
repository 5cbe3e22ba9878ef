import { describe, expect, it } from "vitest";
import { referencesOf } from "../../src/ingest/formula-references.js";

const at = (text: string, row = 1, column = 0, from = { row: 1, column: 0 }) => ({ row, column, text, from });

describe("referencesOf(formula)", () => {
  it("finds cells, ranges, whole columns and rows", () => {
    expect(referencesOf(at("A1+SUM(B2:C4)+SUM(D:E)+SUM(7:8)"), [])).toEqual([
      { sheet: null, rows: [1, 1], columns: [0, 0] },
      { sheet: null, rows: [2, 4], columns: [1, 2] },
      { sheet: null, rows: [1, 1_048_576], columns: [3, 4] },
      { sheet: null, rows: [7, 8], columns: [0, 16_383] },
    ]);
  });

  it("finds sheets by name, with or without quotation marks", () => {
    expect(referencesOf(at("Staff!$B$3*'Bob''s sheet'!aa10"), [])).toEqual([
      { sheet: "Staff", rows: [3, 3], columns: [1, 1] },
      { sheet: "Bob's sheet", rows: [10, 10], columns: [26, 26] },
    ]);
  });

  it("passes over texts, functions, numbers and names that look like cells", () => {
    expect(referencesOf(at('LOG10(5)&"A1"&"say ""B2"""&ATAN2(1,2)&TAX2026RATE&1.5E3'), [])).toEqual([]);
  });

  it("moves addresses without a dollar sign with the cell that a formula was filled down to", () => {
    expect(referencesOf(at("A1+$A1+A$1+$A$1", 4, 2), [])).toEqual([
      { sheet: null, rows: [4, 4], columns: [2, 2] },
      { sheet: null, rows: [4, 4], columns: [0, 0] },
      { sheet: null, rows: [1, 1], columns: [2, 2] },
      { sheet: null, rows: [1, 1], columns: [0, 0] },
    ]);
  });

  it("finds columns of tables by heading", () => {
    const table = {
      name: "TableStaff",
      sheet: "Staff",
      headerRow: 4,
      lastRow: 20,
      positions: new Map([
        ["people", 3],
        ["hours", 4],
      ]),
    };
    expect(referencesOf(at("SUM(TableStaff[Hours])", 9), [table])).toEqual([
      { sheet: "Staff", rows: [5, 20], columns: [4, 4] },
    ]);
    expect(referencesOf(at("TableStaff[[#This Row],[People]]", 9), [table])).toEqual([
      { sheet: "Staff", rows: [9, 9], columns: [3, 3] },
    ]);
    expect(referencesOf(at("SUM(Other[Hours])", 9), [table])).toEqual([]);
  });
});

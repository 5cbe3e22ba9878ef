import { expect, it } from "vitest";
import { readColumns } from "../../src/ingest/read-columns.js";
import type { CellValue } from "../../src/core/table.js";
import { smallStudy } from "./small-study.js";

const likert = smallStudy([]).variables.find(({ categories }) => categories.length > 1)!;
const labels = ["Not at all", "Several days", "More than half the days", "Nearly every day"];
const item = {
  ...likert,
  type: "single" as const,
  categories: labels.map((label, code) => ({ code, label })),
};

function read(cells: readonly CellValue[]) {
  const parts = cells.map((value, code) => ({
    code,
    by: "words" as const,
    column: { name: labels[code]!, aliases: [], position: code, values: [value] },
  }));
  return readColumns(item, { kind: "split", parts, missing: [] }, 0, { reversed: false, dateOrder: null });
}

it("readColumns reads the code of the chosen answer in its own column, 0 too", () => {
  expect(read([0, null, null, null])).toEqual({ kind: "number", value: 0 });
  expect(read(["", "", "2", ""])).toEqual({ kind: "number", value: 2 });
});

it("readColumns reads 0 beside other cells as an empty box", () => {
  expect(read([0, 0, 1, 0])).toEqual({ kind: "number", value: 2 });
  expect(read([0, 0, 0, 0])).toEqual({ kind: "missing", reason: "blank" });
});

it("readColumns counts words typed in the column of an open Other as that answer, and of no other", () => {
  const helped = {
    ...likert,
    type: "multiple" as const,
    categories: [
      { code: 1, label: "Buddy" },
      { code: 2, label: "Other", open: true as const },
    ],
  };
  const parts = (cells: readonly CellValue[]) =>
    cells.map((value, index) => ({
      code: index + 1,
      by: "words" as const,
      column: { name: helped.categories[index]!.label, aliases: [], position: index, values: [value] },
    }));
  const plain = { reversed: false, dateOrder: null };
  const readHelped = (cells: readonly CellValue[]) =>
    readColumns(helped, { kind: "split", parts: parts(cells), missing: [] }, 0, plain);
  expect(readHelped(["Buddy", "a neighbour"])).toEqual({ kind: "chosen", codes: [1, 2] });
  expect(readHelped(["a neighbour", null]).kind).toBe("invalid");
});

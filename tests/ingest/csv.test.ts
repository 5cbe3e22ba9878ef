import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/ingest/csv.js";

function writeCsv(grid: readonly (readonly string[])[], newline: string, delimiter: string): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return grid.map((row) => row.map(quote).join(delimiter) + newline).join("");
}

const anyGrid = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: width, maxLength: width }), {
    maxLength: 8,
  }),
);

describe("readCsv", () => {
  it("gives back any grid of strings written as RFC 4180", () => {
    fc.assert(
      fc.property(
        anyGrid,
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom(",", ";", "\t") as fc.Arbitrary<"," | ";" | "\t">,
        (grid, newline, delimiter) => {
          const { rows, issues } = readCsv(writeCsv(grid, newline, delimiter), "a.csv", delimiter);
          expect(rows).toEqual(grid);
          expect(issues).toEqual([]);
        },
      ),
    );
  });

  it("finds the delimiter of any quoted grid of at least two columns by itself", () => {
    fc.assert(
      fc.property(
        anyGrid.filter((grid) => grid.length > 0 && grid[0]!.length > 1),
        fc.constantFrom(",", ";", "\t"),
        (grid, delimiter) => {
          expect(readCsv(writeCsv(grid, "\n", delimiter), "a.csv").rows).toEqual(grid);
        },
      ),
    );
  });

  it("is not misled by semicolons of tick-all answers or by decimal commas", () => {
    expect(readCsv("ID,Who helped?\n1,Buddy;Tutor;\n2,Tutor;\n", "a.csv").delimiter).toBe(",");
    expect(readCsv("a;b;c\n1,5;2,5;3\n2,5;1;2\n", "a.csv").delimiter).toBe(";");
  });

  it("counts rows as a spreadsheet does: blank lines count, line breaks inside a cell do not", () => {
    const { rows } = readCsv('a,b\r\n"two\r\nlines",1\r\n\r\nlast,2\r\n', "a.csv");
    expect(rows).toEqual([["a", "b"], ["two\r\nlines", "1"], [""], ["last", "2"]]);
  });

  it("reads mixed line ends", () => {
    expect(readCsv("a,b\r\n1,2\n3,4\r5,6", "a.csv").rows).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
  });

  it("takes the delimiter from a first line sep=; and does not count that line", () => {
    expect(readCsv("sep=;\r\na;b\r\n1;2\r\n", "a.csv").rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("says in which row a quotation mark is never closed", () => {
    const { rows, issues } = readCsv('a,b\n"x\ny",1\n2,"never closed\n3,4\n', "survey/a.csv");
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: "csv-broken",
        severity: "error",
        at: { file: "survey/a.csv", row: 3 },
        found: "a quotation mark that is not closed",
      },
    ]);
    expect(issues[0]!.expected).toBeDefined();
    expect(issues[0]!.fix).toBeDefined();
  });

  it("says in which row text follows a closing quotation mark", () => {
    const { issues } = readCsv('a,b\n1,2\n"x" y,1\n', "a.csv");
    expect(issues).toMatchObject([{ code: "csv-broken", at: { row: 3 } }]);
  });

  it("reads a stray quotation mark as written and warns", () => {
    const { rows, issues } = readCsv('a,b\n1,He said "hello"\n3,4\n', "a.csv");
    expect(rows[1]).toEqual(["1", 'He said "hello"']);
    expect(issues).toMatchObject([{ code: "csv-stray-quote", severity: "warning", at: { row: 2 } }]);
  });
});

import { describe, expect, it } from "vitest";
import { readCostReturnTables } from "../../src/ingest/formats/cost-return.js";
import { readWorkbook } from "../../src/ingest/workbook.js";
import { writeCostReturnTemplate } from "../../src/template/cost-return.js";
import { readCostReturn } from "../../src/validate/cost-return.js";
import { costStudy } from "../costs/fixture.js";
import { requireTool } from "../tools.js";
import { options, weeks } from "./fixture.js";
import { typeIn, type Typed } from "../../src/template/type-in.js";
import { recalculate } from "./recalculate.js";

const source = { file: "costs/b.xlsx", trust: "B" };
const study = costStudy(["A", "B"]);
const template = await writeCostReturnTemplate(options);

/** What is told of a return with these cells typed over, and whether it may be priced. */
async function told(answers: Readonly<Record<string, Readonly<Record<string, Typed>>>> | Uint8Array) {
  const bytes = answers instanceof Uint8Array ? answers : typeIn(template, answers);
  const { tables, issues } = await readCostReturnTables(source, bytes);
  const { value, findings } = readCostReturn(study, tables, weeks);
  return {
    faults: [...issues, ...findings].map(({ code, at, message }) => [
      code,
      `${at.sheet}!${at.cell}`,
      message,
    ]),
    fixes: issues.map(({ fix }) => fix),
    value,
  };
}

const formula = (text: string, result: string | number | null = 0): Typed => ({ formula: text, result });

describe("formulas in the answers of a returned workbook", () => {
  it("are read by their results", async () => {
    const { faults, value } = await told({
      Staff: { E6: formula("3*2.5", 7.5), D6: formula("SUM(1,1)", 2) },
    });
    expect(faults).toEqual([]);
    expect(value!.staff[1]).toMatchObject({ people: 2, hours: 7.5 });
  });

  it("that show an error are told once, with the cell and a fix, and the rest of the line is checked", async () => {
    const { faults, fixes, value } = await told({
      Staff: { E5: formula("D99", "#REF!"), D5: 1.5, B6: formula("NOBODY", "#NAME?") },
      "Other costs": { D5: formula("1/0", "#DIV/0!") },
    });
    expect(faults).toEqual([
      [
        "cost-formula-error",
        "Staff!B6",
        "role: the cell shows the error #NAME?; it has a name that the program does not know",
      ],
      [
        "cost-formula-error",
        "Staff!E5",
        "hours of each person: the cell shows the error #REF!; it works from a cell that was deleted",
      ],
      [
        "cost-formula-error",
        "Other costs!D5",
        "amount in pounds: the cell shows the error #DIV/0!; it divides by nought or by an empty cell",
      ],
      ["cost-number", "Staff!D5", "people: expected a whole number from 1, got 1.5"],
    ]);
    expect(fixes.every((fix) => fix.startsWith("type the answer over the formula"))).toBe(true);
    expect(value).toBeNull();
  });

  it("that work from themselves are told, whatever result is stored", async () => {
    const { faults, value } = await told({ Staff: { E6: formula("E6+1", 7.5) } });
    expect(faults).toEqual([
      [
        "cost-circular",
        "Staff!E6",
        "hours of each person: the formula works from itself (E6 from E6); what the cell shows means nothing",
      ],
    ]);
    expect(value).toBeNull();
  });

  it.each([
    ["a range", { Staff: { E5: formula("SUM(E5:E9)") } }, "E5 from E5"],
    ["a whole column", { Staff: { E5: formula("SUM($E:$E)") } }, "E5 from E5"],
    ["a whole row", { Staff: { E5: formula("SUM(5:5)") } }, "E5 from E5"],
    [
      "a column of the table",
      { Staff: { E5: formula("SUM(TableStaff[Hours of each person])") } },
      "E5 from E5",
    ],
    [
      "this row of the table",
      { Staff: { E5: formula("TableStaff[[#This Row],[Hours of each person]]*2") } },
      "E5 from E5",
    ],
    ["a name in quotation marks", { "Other costs": { D5: formula("'Other costs'!d5") } }, "D5 from D5"],
  ])("through %s", async (_through, typed, way) => {
    const { faults } = await told(typed);
    expect(faults).toHaveLength(1);
    expect(faults[0]![2]).toContain(`(${way})`);
  });

  it("from sheet to sheet are told in each answer that takes part, and in one that works from them", async () => {
    const { faults } = await told({
      Staff: { E5: formula("'Other costs'!K5*2"), E6: formula("$E$5/3") },
      "Other costs": { K5: formula("Staff!E5+1") },
    });
    expect(faults.map(([code, cell]) => [code, cell])).toEqual([
      ["cost-circular", "Staff!E5"],
      ["cost-circular", "Staff!E6"],
      ["cost-circular", "Other costs!K5"],
    ]);
    expect(faults[0]![2]).toContain("(E5 from Other costs!K5 from E5)");
    expect(faults[1]![2]).toBe(
      "hours of each person: the formula works from cells that work from themselves (E5 from Other costs!K5 from E5)",
    );
  });

  it("are not taken for circles when they name their own cell in words, or stand beside each other", async () => {
    const { faults } = await told({
      Staff: { E6: formula('IF(D6=2,7.5,"E6")', 7.5), D6: formula("D5*2", 2), D5: formula("LOG10(10)", 1) },
    });
    expect(faults).toEqual([]);
  });

  it("without a stored result are told", async () => {
    const { faults, fixes } = await told({ Staff: { E6: formula("3*2.5", null) } });
    expect(faults).toEqual([
      [
        "cost-formula-unsolved",
        "Staff!E6",
        "hours of each person: the file holds a formula without its result",
      ],
    ]);
    expect(fixes[0]).toContain("open the file in Excel or LibreOffice");
  });

  it("are told too in a workbook that LibreOffice has saved", async (context) => {
    const soffice = requireTool("soffice", context);
    const typed = { Staff: { E5: formula("E6*2"), E6: formula("E5/2"), B6: formula("NOBODY()") } };
    const [saved] = recalculate(soffice, [typeIn(template, typed)]);
    const { faults } = await told(saved!);
    expect(faults.map(([code, cell]) => [code, cell])).toEqual([
      ["cost-formula-error", "Staff!B6"],
      ["cost-circular", "Staff!E5"],
      ["cost-circular", "Staff!E6"],
    ]);
  });

  it("filled down as one formula are followed from each of their cells", async () => {
    const [sheet] = (await readWorkbook(template)).filter(({ name }) => name === "Staff");
    const checks = sheet!.formulas.filter(({ column }) => column === 24);
    expect(new Set(checks.map(({ text }) => text)).size).toBe(1);
    expect(checks.map(({ row }) => row)).toEqual(
      Array.from({ length: checks.length }, (_, line) => 5 + line),
    );
    expect(checks[3]!.from).toEqual({ row: 5, column: 24 });
  });
});

import { describe, expect, it } from "vitest";
import { columnLetters, type CellValue } from "../../src/core/table.js";
import { readWorkbook, type Sheet } from "../../src/ingest/workbook.js";
import { writeCostReturnTemplate } from "../../src/template/cost-return.js";
import type { FilledReturn } from "../../src/template/cost-return.js";
import { answerColumn } from "../../src/template/layout.js";
import { requireTool } from "../tools.js";
import { filled, options } from "./fixture.js";
import { typeIn, type Typed } from "../../src/template/type-in.js";
import { recalculate } from "./recalculate.js";

type Staff = FilledReturn["staff"][number];
type Other = FilledReturn["other"][number];
type ImgTime = FilledReturn["supernumerary"][number];
const [staff] = filled.staff as [Staff];
const [other] = filled.other as [Other];
const [imgTime] = filled.supernumerary as [ImgTime];
/** Answers that the types of a return do not allow and that people give all the same. */
const anything = (value: unknown) => value as never;

/** One bad line each, with what its check should say. The period is 26 weeks and a day. */
const badStaff: readonly (readonly [says: string, line: Staff])[] = [
  ["OK", staff],
  ["Fill in: Role", { ...staff, role: " " }],
  [
    "Fill in: Role and 2 more",
    { ...staff, role: anything(null), people: anything(null), hours: anything(null) },
  ],
  ["Component: choose from the list", { ...staff, component: "PAS-99" }],
  ["Pay point: choose from the list", { ...staff, payPoint: "band6" }],
  ["People: a whole number from 1", { ...staff, people: 1.5 }],
  ["People: a whole number from 1", { ...staff, people: 0 }],
  ["Hours of each person: a number from 0", { ...staff, hours: -4 }],
  ["Hours of each person: a number from 0", { ...staff, hours: anything("3 weeks") }],
  ["Hours are for: choose from the list", { ...staff, basis: anything("a week") }],
  ["OK", { ...staff, basis: anything("Each Week") }],
  ["Percent for IMGs: above 0 and at most 100", { ...staff, share: 1.2 }],
  ["Useful life in years: years, at most 60", { ...staff, usefulLife: 0 }],
  ["Most IMGs at once: a whole number from 1", { ...staff, capacity: 2.5 }],
  [
    "Source of own rate: choose from the list",
    { ...staff, ownRate: { ...staff.ownRate!, source: anything("me") } },
  ],
  [
    "Own rate: fill in the three columns after it",
    { ...staff, ownRate: { ...staff.ownRate!, source: anything(null) } },
  ],
  ["Amount in pounds by your ledger: pounds, from 0", { ...staff, statedPence: -1 }],
  ["Hours of one person: more than 60 a week", { ...staff, hours: 60.5 }],
  ["Look again: more than 48 hours a week of one person", { ...staff, hours: 48.5 }],
  ["OK", { ...staff, hours: 48 }],
  ["Hours of one person: more than 60 a week", { ...staff, basis: "whole period", hours: 1569 }],
  ["Look again: more than 48 hours a week of one person", { ...staff, basis: "whole period", hours: 1568 }],
  ["OK", { ...staff, basis: "whole period", hours: 1254 }],
  ["OK", { ...staff, basis: "each cohort", hours: 1568 }],
  [
    "Look again: more than 400 hours for each IMG; are they a cohort's?",
    { ...staff, basis: "each IMG", hours: 401 },
  ],
];

const badOther: readonly (readonly [says: string, line: Other])[] = [
  ["OK", other],
  ["Fill in: VAT", { ...other, vat: anything(null) }],
  ["Category: choose from the list", { ...other, category: "rooms" }],
  ["Amount in pounds: pounds, from 0", { ...other, amountPence: -42_055 }],
  ["Amount is for: choose from the list", { ...other, basis: anything("each week") }],
  ["Quantity: a number above 0", { ...other, quantity: 0 }],
  ["Look again: quantity times price is not the amount", { ...other, unitPricePence: 3_005 }],
  ["OK", { ...other, quantity: null }],
  ["OK", { ...other, quantity: 14, unitPricePence: 42_055 }],
  [
    "Look again: quantity times price is not the amount",
    { ...other, basis: "whole period", unitPricePence: 42_055 },
  ],
  ["OK", { ...other, basis: "each cohort", unitPricePence: 42_055 }],
];

const badImgTime: readonly (readonly [says: string, line: ImgTime])[] = [
  ["OK", imgTime],
  ["Fill in: Grade and 5 more", anything({ clinicalShare: 0.5 })],
  ["Percent spent on clinical work: from 0 to 100", { ...imgTime, clinicalShare: 1.01 }],
  ["Hours of one IMG: more than 60 a week", { ...imgTime, hoursEach: 1569 }],
  ["Look again: more than 48 hours a week of one IMG", { ...imgTime, hoursEach: 1255 }],
];

const bad = {
  ...options,
  fill: {
    ...filled,
    to: "2026-09-30",
    highCost: null,
    corporateLeftOut: false,
    imgs: { recruited: anything(-3), inducted: 14, completed: null },
    staff: badStaff.map(([, line]) => line),
    other: badOther.map(([, line]) => line),
    supernumerary: badImgTime.map(([, line]) => line),
    components: filled.components.slice(1),
  },
};

/** Values by sheet and cell. */
function valuesOf(sheets: readonly Sheet[]): ReadonlyMap<string, CellValue> {
  return new Map(
    sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) =>
        cells.map(({ column, value }) => [`${name}!${columnLetters(column)}${row}`, value] as const),
      ),
    ),
  );
}

function checks(
  values: ReadonlyMap<string, CellValue>,
  sheet: string,
  column: string,
  rows: number,
): readonly CellValue[] {
  return Array.from({ length: rows }, (_, line) => values.get(`${sheet}!${column}${5 + line}`) ?? "");
}

describe("the live checks", () => {
  it("say what each line lacks, as the workbook holds them when it is written", async () => {
    const values = valuesOf(await readWorkbook(await writeCostReturnTemplate(bad)));
    expect(checks(values, "Staff", "Y", badStaff.length + 1)).toEqual([
      ...badStaff.map(([says]) => says),
      "",
    ]);
    expect(checks(values, "Other costs", "R", badOther.length + 1)).toEqual([
      ...badOther.map(([says]) => says),
      "",
    ]);
    expect(checks(values, "IMG time", "K", badImgTime.length + 1)).toEqual([
      ...badImgTime.map(([says]) => says),
      "",
    ]);
    expect(checks(values, "Components", "G", 2)).toEqual(["Fill in: Planned and 1 more", "OK"]);
    expect(values.get("Cover!D15")).toBe("Look again: leave it out, then answer yes");
    expect(values.get("Staff!B1")).toBe("17 lines to mend, first in row 6: see Check at the right");
    expect(values.get("Cover!C1")).toBe("Not ready to send: 27 to mend; the sheet Checks says where");
  });

  it("count and add up on the sheets Checks and Totals", async () => {
    const values = valuesOf(await readWorkbook(await writeCostReturnTemplate(options)));
    const row = (sheet: string, at: number, letters: string) =>
      [...letters].map((letter) => values.get(`${sheet}!${letter}${at}`));
    expect(row("Checks", 6, "ABCDEF")).toEqual(["Staff", 2, 2, 0, 0, "none"]);
    expect(row("Totals", 6, "ABCDEFGH")).toEqual([
      "Staff",
      "Hours (people times hours)",
      "each IMG",
      0,
      15,
      0,
      0,
      15,
    ]);
    expect(row("Totals", 8, "CDEFGH")).toEqual(["each week", 4, 0, 0, 0, 4]);
    expect(row("Totals", 11, "ABCDEFGH")).toEqual([
      "Other costs",
      "Pounds",
      "each IMG",
      420.55,
      0,
      0,
      0,
      420.55,
    ]);
    expect(row("Totals", 13, "CDH")).toEqual(["whole period", 900, 900]);
    expect(values.get("Cover!C1")).toBe("Ready to send");
  });

  it("are worked out by LibreOffice to the same words and numbers", { timeout: 240_000 }, async (context) => {
    const soffice = requireTool("soffice", context);
    const { fill: _fill, ...empty } = options;
    const column = (heading: string) => answerColumn("Staff", heading);
    const good: Readonly<Record<string, Typed>> = {
      A: "PROGRAMME",
      B: "Coordinator",
      C: "band6.top",
      D: 1,
      F: "each week",
      G: "recurrent",
      H: "recorded",
      I: "yes",
      J: "Trust",
    };
    const typed = (row: number, cells: Readonly<Record<string, Typed>>) =>
      Object.fromEntries(
        Object.entries({ ...good, ...cells }).map(([letter, value]) => [`${letter}${row}`, value]),
      );
    const fullTime = column("Or full-time share of each person");
    const written = [
      await writeCostReturnTemplate(options),
      await writeCostReturnTemplate(bad),
      typeIn(await writeCostReturnTemplate(empty), {
        Staff: {
          ...typed(5, { [fullTime]: 0.5 }),
          ...typed(6, { [fullTime]: 0.5, E: 4 }),
          ...typed(7, { [fullTime]: 0.5, F: "whole period" }),
          ...typed(8, { E: 4, [column("Source of own rate")]: "local payroll" }),
          ...typed(9, { E: { formula: "1/0", result: "#DIV/0!" } }),
          ...typed(10, { E: { formula: "2*2", result: 4 } }),
        },
      }),
    ];
    const saved = await Promise.all(recalculate(soffice, written).map(readWorkbook));
    for (const index of [0, 1]) {
      const before = await readWorkbook(written[index]!);
      const formulas = before.flatMap(({ name, formulas }) =>
        formulas.map(({ row, column }) => `${name}!${columnLetters(column)}${row}`),
      );
      expect(formulas.length).toBeGreaterThan(200);
      const [ours, theirs] = [valuesOf(before), valuesOf(saved[index]!)];
      const differ = formulas.filter((cell) => (ours.get(cell) ?? "") !== (theirs.get(cell) ?? ""));
      expect(differ.map((cell) => [cell, ours.get(cell), theirs.get(cell)])).toEqual([]);
    }
    const values = valuesOf(saved[2]!);
    expect(checks(values, "Staff", "Y", 7)).toEqual([
      "OK",
      "Hours or full-time share, not both",
      "A full-time share goes with each week",
      "Give the own rate, or clear what is about it",
      "Mend the cell with an error value",
      "OK",
      "",
    ]);
    expect(values.get("Totals!D8")).toBe("see Check");
  });
});

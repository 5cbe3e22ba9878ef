import { beforeAll, describe, expect, it } from "vitest";
import { printPlace } from "../../src/core/issue.js";
import type { CellValue, Table } from "../../src/core/table.js";
import type { coverQuestions } from "../../src/ingest/formats/cost-return-layout.js";
import { headings } from "../../src/ingest/formats/cost-return-layout.js";
import { answerColumn, coverCell } from "../../src/template/layout.js";
import { readCostReturn } from "../../src/validate/cost-return.js";
import { costStudy } from "../costs/fixture.js";
import { weeks } from "../template/fixture.js";
import { filledReturn, withCells, type Cells } from "./change-return.js";

type StaffColumn = keyof typeof headings.Staff;
type OtherColumn = keyof (typeof headings)["Other costs"];
type ImgColumn = keyof (typeof headings)["IMG time"];

let good: readonly Table[];
beforeAll(async () => {
  good = await filledReturn();
});

/** Row 5 is the IMG lead, with a rate and an amount of the Trust's own; row 6 the buddy, without. */
const staffCell = (column: StaffColumn, row = 6) =>
  `Staff!${answerColumn("Staff", headings.Staff[column])}${row}`;
const otherCell = (column: OtherColumn) =>
  `Other costs!${answerColumn("Other costs", headings["Other costs"][column])}5`;
const imgCell = (column: ImgColumn) => `IMG time!${answerColumn("IMG time", headings["IMG time"][column])}5`;
const cover = (question: keyof typeof coverQuestions) => `Cover!${coverCell(question)}`;

const otherYears = new Map<string, ReadonlyMap<string, number | null>>([
  ["2022/23", new Map([["band2.top", null]])],
  [
    "2023/24",
    new Map([
      ["consultant.min", 60],
      ["band6.top", 25],
    ]),
  ],
]);
const read = (changes: Cells) =>
  readCostReturn(costStudy(["A", "B"]), withCells(good, changes), weeks, otherYears);
const told = (changes: Cells) =>
  read(changes).findings.map(({ severity, at, message, fix }) => {
    expect(severity).toBe("error");
    return `${printPlace(at).replace("costs/b.xlsx ", "")} | ${message} | ${fix}`;
  });

/** What is refused is told at its cell, and nothing is priced. */
function refused(cell: string, value: CellValue, message: string, also: Cells = {}) {
  const changes = { ...also, [cell]: value };
  expect(read(changes).value).toBeNull();
  const lines = told(changes);
  expect(lines).toHaveLength(1);
  expect(lines[0]!.split(" | ").slice(0, 2)).toEqual([cell, message]);
}

describe("a pay point", () => {
  it.each([
    ["consultant.min", "2023/24"],
    ["Band2.Top Agenda for Change", "2022/23"],
  ])("of another year's list says which year: %s", (found, year) => {
    const first = found.split(" ")[0]!.toLowerCase();
    refused(
      staffCell("payPoint"),
      found,
      `pay point: expected one of 2026/27, got "${first}", which is one of ${year}`,
    );
    expect(told({ [imgCell("payPoint")]: found })[0]).toContain(
      "choose the pay point of 2026/27 that the grade has now",
    );
  });

  it("of this year is fine though other years have it too", () => {
    expect(read({ [staffCell("payPoint")]: "band6.top" }).findings).toEqual([]);
  });

  it.each([
    ["band6top", "band6.top"],
    ["band7.tpo", "band7.top"],
    ["LED-MT03", "LED.MT03"],
  ])("that is a slip suggests the nearest: %s", (found, nearest) => {
    expect(told({ [staffCell("payPoint")]: found })[0]).toContain(`did you mean ${nearest}?`);
  });

  it("that is nothing like one suggests none", () => {
    expect(told({ [staffCell("payPoint")]: "the usual" })[0]).not.toContain("did you mean");
  });
});

describe("hours", () => {
  const { hours, fullTime, basis } = {
    hours: staffCell("hours"),
    fullTime: staffCell("fullTime"),
    basis: staffCell("basis"),
  };

  it("may be a share of full time, each week", () => {
    const { value, findings } = read({ [hours]: null, [fullTime]: 0.2, [basis]: "each week" });
    expect(findings).toEqual([]);
    expect(value!.staff[1]).toMatchObject({ hours: 8, basis: "each week" });
  });

  it("beside a full-time share are one too many", () => {
    refused(fullTime, 0.2, "hours and a full-time share: expected one of them, got both");
  });

  it("as a full-time share go with each week alone", () => {
    const message = 'hours are for: expected each week beside a full-time share, got "each IMG"';
    refused(basis, "each IMG", message, { [hours]: null, [fullTime]: 0.2 });
  });

  it.each([
    [0, "0"],
    [-0.5, "-0.5"],
    [1.2, "1.2"],
    [20, "20"],
    ["half", '"half"'],
  ])("are not a full-time share of %s", (found, shown) => {
    const message = `or full-time share of each person: expected a share of full time, such as 0.5, got ${shown}`;
    refused(fullTime, found, message, { [hours]: null, [basis]: "each week" });
  });

  it.each([[Number.NaN], ["1e3"], ["٣"], ["--5"], ["5 ,0"]])("are no number when they are %s", (found) => {
    expect(read({ [hours]: found }).value).toBeNull();
    expect(told({ [hours]: found })).toHaveLength(1);
  });
});

describe("shares, years and room", () => {
  it.each([
    ["share", 0, "percent for IMGs: expected a percent above 0 and at most 100, got 0"],
    ["share", -5, "percent for IMGs: expected a percent above 0 and at most 100, got -5"],
    ["share", 101, "percent for IMGs: expected a percent above 0 and at most 100, got 101"],
    ["share", "a third", 'percent for IMGs: expected a percent above 0 and at most 100, got "a third"'],
    ["usefulLife", 0, "useful life in years: expected years, above 0 and at most 60, got 0"],
    ["usefulLife", -3, "useful life in years: expected years, above 0 and at most 60, got -3"],
    ["usefulLife", 100, "useful life in years: expected years, above 0 and at most 60, got 100"],
    [
      "usefulLife",
      "for ever",
      'useful life in years: expected years, above 0 and at most 60, got "for ever"',
    ],
    ["capacity", 0, "most IMGs at once: expected a whole number from 1, got 0"],
    ["capacity", -6, "most IMGs at once: expected a whole number from 1, got -6"],
    ["capacity", 6.5, "most IMGs at once: expected a whole number from 1, got 6.5"],
    ["capacity", "a few", 'most IMGs at once: expected a whole number from 1, got "a few"'],
  ] as const)("of staff and of other costs: %s %s", (column, found, message) => {
    refused(staffCell(column), found, message);
    refused(otherCell(column), found, message);
  });

  it("at their limits are read", () => {
    const { value, findings } = read({
      [staffCell("share")]: 100,
      [otherCell("share")]: 0.5,
      [otherCell("usefulLife")]: 60,
      [otherCell("capacity")]: "1",
    });
    expect(findings).toEqual([]);
    expect(value!.staff[1]!.share).toBe(1);
    expect(value!.other[0]).toMatchObject({ share: 0.005, usefulLife: 60, capacity: 1 });
  });

  it.each([
    [-1, "-1"],
    [100.5, "100.5"],
    ["some", '"some"'],
  ])("of clinical work in IMGs' time are 0 to 100, not %s", (found, shown) => {
    const message = `percent spent on clinical work: expected a percent from 0 to 100, got ${shown}`;
    refused(imgCell("clinical"), found, message);
  });

  it("of clinical work may be none or all", () => {
    for (const [found, share] of [
      [0, 0],
      [100, 1],
      [null, 0],
    ] as const)
      expect(read({ [imgCell("clinical")]: found }).value!.supernumerary[0]!.clinicalShare).toBe(share);
  });
});

describe("yes and no, and who paid", () => {
  it.each([
    ["extra", "perhaps", 'extra because of the induction: expected yes or no, got "perhaps"'],
    ["extra", null, "extra because of the induction: expected yes or no, got nothing"],
    ["paidBy", "HEE", 'paid by: expected Trust, NHS England, charity or IMG, got "HEE"'],
    ["paidBy", null, "paid by: expected Trust, NHS England, charity or IMG, got nothing"],
    ["backfill", "locum", 'stands in for someone else: expected yes or no, got "locum"'],
    ["paidTime", "mostly", 'in paid time: expected yes or no, got "mostly"'],
  ] as const)("on a line of staff: %s %s", (column, found, message) => {
    refused(staffCell(column), found, message);
  });

  it.each([
    ["extra", "x", 'extra because of the induction: expected yes or no, got "x"'],
    ["paidBy", "us", 'paid by: expected Trust, NHS England, charity or IMG, got "us"'],
    ["vat", "20%", 'VAT: expected no VAT, in the amount or left out, got "20%"'],
    ["vat", null, "VAT: expected no VAT, in the amount or left out, got nothing"],
    ["quantity", 0, "quantity: expected a number above 0, got 0"],
    ["quantity", "a box", 'quantity: expected a number above 0, got "a box"'],
    ["unitPrice", -2, "pounds for one: expected pounds as a number, such as 1,200.50, got -2"],
  ] as const)("on a line of other costs: %s %s", (column, found, message) => {
    refused(otherCell(column), found, message);
  });
});

describe("a rate of the Trust's own", () => {
  it("needs the three cells that say what it is", () => {
    for (const column of ["rateSource", "rateOnCosts", "rateOverheads"] as const)
      expect(told({ [staffCell(column, 5)]: null })).toHaveLength(1);
    refused(staffCell("rateOnCosts", 5), null, "own rate includes on-costs: expected yes or no, got nothing");
  });

  it("is asked for where only the cells about it are filled", () => {
    expect(told({ [staffCell("ownRate", 5)]: null })).toEqual([
      `${staffCell("ownRate", 5)} | own rate in pounds an hour: expected a rate beside "source of own rate", got nothing | give the rate, or clear the cells about it: the pay point is priced for you`,
    ]);
  });

  it.each([["61.3z7"], [-61.37], ["£61.3O7"], ["61.37 an hour"]])(
    "that cannot be read is never shown, nor guessed at: %s",
    (found) => {
      const { value, findings } = read({ [staffCell("ownRate", 5)]: found });
      expect(value).toBeNull();
      expect(findings).toHaveLength(1);
      expect(findings[0]).not.toHaveProperty("found");
      expect(JSON.stringify(findings)).not.toMatch(/61[.,]?3/);
    },
  );
});

describe("a year's pay as a rate of an hour", () => {
  it("is refused at its cell without telling the pay", () => {
    const { value, findings } = read({ [staffCell("ownRate", 5)]: 48117 });
    expect(value).toBeNull();
    expect(findings).toMatchObject([
      {
        severity: "error",
        message: "own rate in pounds an hour: expected at most £500 an hour, got more; is it a year's pay?",
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain("48117");
    expect(told({ [staffCell("ownRate", 5)]: 500 })).toEqual([]);
  });

  it("and more people than gave an induction are asked about", () => {
    const { value, findings } = read({ [staffCell("people", 5)]: 101 });
    expect(value).not.toBeNull();
    expect(findings).toMatchObject([{ severity: "warning", found: "101" }]);
  });
});

describe("the Cover", () => {
  it.each([
    ["recruited", 1.5, "IMGs recruited in these days"],
    ["inducted", -1, "IMGs who began the induction"],
    ["completed", "most", "IMGs who completed it"],
  ] as const)("counts whole IMGs, or none: %s %s", (question, found, words) => {
    const lines = told({ [cover(question)]: found });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${cover(question)} | ${words}: expected a whole number, 0 or more, got`);
  });

  it("may count nobody, or leave it open", () => {
    const { value, findings } = read({ [cover("completed")]: 0, [cover("inducted")]: null });
    expect(findings).toEqual([]);
    expect(value!.imgs).toEqual({ recruited: 16, inducted: null, completed: 0 });
  });

  it("in a high-cost area says the supplement, and a supplement says the area", () => {
    refused(
      cover("highCost"),
      "inner London",
      "high-cost area: expected the supplement that the Trust pays in inner London, got nothing",
      { [cover("supplementAfc")]: null },
    );
    refused(cover("highCost"), "none", "high-cost area: expected an area beside the supplement, got none");
    refused(
      cover("highCost"),
      "London",
      'high-cost area: expected none, inner London, outer London or fringe, got "London"',
    );
    refused(
      cover("supplementAfc"),
      -5,
      "high-cost supplement a year, Agenda for Change, in pounds: expected pounds as a number, such as 1,200.50, got -5",
    );
  });

  it("outside high-cost areas has neither", () => {
    const { value } = read({ [cover("highCost")]: "none", [cover("supplementAfc")]: null });
    expect(value!.highCost).toBeNull();
  });

  it("says whether the induction of every new doctor is left out", () => {
    expect(read({ [cover("corporate")]: "no" }).value!.corporateLeftOut).toBe(false);
    expect(told({ [cover("corporate")]: null })).toHaveLength(1);
    expect(told({ [cover("corporate")]: "partly" })).toHaveLength(1);
  });
});

it("everything wrong is told at once, each at its cell", () => {
  const wrong: Cells = {
    [staffCell("share")]: 300,
    [staffCell("capacity")]: 1.5,
    [staffCell("payPoint", 5)]: "consultant.min",
    [staffCell("ownRate", 5)]: "sixty",
    [otherCell("vat")]: "20%",
    [otherCell("usefulLife")]: -1,
    [imgCell("clinical")]: 120,
    [cover("recruited")]: 1.5,
  };
  const places = told(wrong).map((line) => line.split(" | ")[0]!);
  expect([...places].sort()).toEqual(Object.keys(wrong).sort());
});

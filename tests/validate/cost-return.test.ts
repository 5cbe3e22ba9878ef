import { beforeAll, describe, expect, it } from "vitest";
import { printPlace } from "../../src/core/issue.js";
import type { Table } from "../../src/core/table.js";
import { readCostReturnTables } from "../../src/ingest/formats/cost-return.js";
import { readNumber, readPounds } from "../../src/validate/cost-amount.js";
import { readCostReturn } from "../../src/validate/cost-return.js";
import { costStudy } from "../costs/fixture.js";
import { workbookOf } from "../ingest/small-study.js";
import { weeks } from "../template/fixture.js";
import { filledReturn, withCells, type Cells } from "./change-return.js";

const study = costStudy(["A", "B"]);
let good: readonly Table[];

beforeAll(async () => {
  good = await filledReturn();
});

/** The good return with some cells changed. */
function read(changes: Cells, of = study) {
  return readCostReturn(of, withCells(good, changes), weeks);
}

function told(changes: Cells, of = study) {
  return read(changes, of).findings.map(
    ({ severity, at, message, fix }) => `${severity} ${printPlace(at)} | ${message} | ${fix}`,
  );
}

describe("a cost return", () => {
  it("with nothing wrong has no findings", () => {
    expect(read({}).findings).toEqual([]);
  });

  it("with hours of 3 weeks is told how many hours that may be", () => {
    expect(told({ "Staff!E5": "3 weeks" })).toEqual([
      'error costs/b.xlsx Staff!E5 | hours of each person: expected hours as a number, such as 112.5, got "3 weeks" | write hours as a number; 3 weeks at 37.5 hours is 112.5',
    ]);
    expect(read({ "Staff!E5": "3 weeks" }).value).toBeNull();
  });

  it.each([
    ["2 days", "2 days at 7.5 hours is 15"],
    ["90 mins", "90 mins is 1.5"],
    ["4 hrs", "4 hrs is 4"],
    ["02:30:00", "02:30:00 is 2.5"],
  ])("with hours of %s is told %s", (hours, suggestion) => {
    expect(told({ "Staff!E5": hours })[0]).toContain(`write hours as a number; ${suggestion}`);
  });

  it("with a letter O in an amount says so", () => {
    expect(told({ "Other costs!D5": "£1,2OO" })).toEqual([
      'error costs/b.xlsx Other costs!D5 | amount in pounds: expected pounds as a number, such as 1,200.50, got "£1,2OO" | write nought and one as digits; did you mean £1,200?',
    ]);
  });

  it("reads amounts with a pound sign and commas strictly, in whole pence", () => {
    const amounts = [
      "£1,200.50",
      "1200.5",
      1200.5,
      "£ 1,200",
      "12,00",
      "1.200,50",
      "1e3",
      "£1,200.505",
      "",
      "about 5",
    ];
    expect(amounts.map(readPounds)).toEqual([
      120050,
      120050,
      120050,
      120000,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([1.005, 0.285, -1.005, "-£5"].map(readPounds)).toEqual([101, 29, -101, -500]);
    expect(["1,955.4", "12", "1,95", "12 h", " 7.50 ", "٣"].map(readNumber)).toEqual([
      1955.4,
      12,
      null,
      null,
      7.5,
      null,
    ]);
  });

  it("with something below nought is refused", () => {
    expect(
      told({ "Staff!E5": -3, "Other costs!D5": "-£20", "IMG time!C5": -1 }).map((line) => line.slice(0, 60)),
    ).toEqual([
      "error costs/b.xlsx Staff!E5 | hours of each person: expected",
      "error costs/b.xlsx Other costs!D5 | amount in pounds: expect",
      "error costs/b.xlsx IMG time!C5 | IMGs: expected a whole numb",
    ]);
  });

  it("with part of a person is asked for hours", () => {
    expect(told({ "Staff!D5": 0.5 })).toEqual([
      "error costs/b.xlsx Staff!D5 | people: expected a whole number from 1, got 0.5 | count people as whole numbers; put part of somebody's time in the hours",
    ]);
  });

  it("suggests the nearest component, pay point and word of a list", () => {
    expect(told({ "Staff!A5": "PAS01 Help", "Staff!C5": "band6 top", "Staff!F5": "each imgs" })).toEqual([
      'error costs/b.xlsx Staff!A5 | component: expected a code from the drop-down, got "PAS01 Help" | did you mean PAS-01? choose from the drop-down; PROGRAMME serves the whole',
      'error costs/b.xlsx Staff!C5 | pay point: expected a code from the drop-down, got "band6 top" | did you mean band6.top? choose from the drop-down; the price year has a figure for each',
      'error costs/b.xlsx Staff!F5 | hours are for: expected whole period, each IMG, each cohort or each week, got "each imgs" | did you mean "each IMG"?',
    ]);
  });

  it("takes codes and list words in any case, with or without their words", () => {
    const { value, findings } = read({
      "Staff!A5": "pas-01",
      "Staff!C5": "Band6.TOP",
      "Staff!F5": "Each  IMG",
    });
    expect(findings).toEqual([]);
    expect(value!.staff[0]).toMatchObject({ component: "PAS-01", payPoint: "band6.top", basis: "each IMG" });
  });

  it("from another Trust is refused, without echoing a name the study does not know", () => {
    expect(told({ "Cover!B5": "Trust A" })[0]).toContain(
      "error costs/b.xlsx Cover!B5 | trust: expected B, got A",
    );
    const [finding] = read({ "Cover!B5": "Somewhere General Hospital" }).findings;
    expect(finding!.message).toBe("trust: expected B, got a name that the study does not know");
    expect(JSON.stringify(finding)).not.toContain("Somewhere");
  });

  it("for days outside the study's is an error, and for days partly outside a warning", () => {
    expect(told({ "Cover!B6": "2024-04-01", "Cover!B7": "2024-09-30" })[0]).toContain(
      "error costs/b.xlsx Cover!B6 | period covered: 2024-04-01 to 2024-09-30 lies outside",
    );
    expect(told({ "Cover!B7": "31/03/2027" })).toEqual([
      "warning costs/b.xlsx Cover!B7 | period covered: 2026-04-01 to 2027-03-31 reaches beyond the study's 2026-04-01 to 2026-12-31 | correct the days, or the period in study.yaml",
    ]);
    expect(told({ "Cover!B7": "2026-03-01" })[0]).toContain(
      "last day covered: 2026-03-01 is before the first",
    );
    expect(told({ "Cover!B6": 46113 })[0]).toContain("expected a date such as 01/04/2026");
  });

  it("at prices of another year is refused, however the year is written", () => {
    expect(told({ "Cover!B8": "2025/26" })[0]).toContain(
      'Cover!B8 | price year: expected 2026/27, got "2025/26"',
    );
    expect(told({ "Cover!B8": "2026-27" })).toEqual([]);
    expect(told({ "Cover!B8": "2026/2027" })).toEqual([]);
  });

  it("at prices of another year is read when the study has a price index, and keeps its year", () => {
    const price_index = { file: "prices/index.csv", title: "An index", edition: "2026", licence: "none" };
    const indexed = costStudy(["A", "B"], { price_index });
    expect(read({ "Cover!B8": "2025/26" }, indexed).value!.priceYear).toBe("2025/26");
    expect(read({}, indexed).value!.priceYear).toBe("2026/27");
    expect(told({ "Cover!B8": "2025/27" }, indexed)[0]).toContain(
      'price year: expected 2026/27, got "2025/27"',
    );
  });

  it("with blank cells names each of them", () => {
    expect(
      told({ "Staff!B5": "  ", "Staff!E6": null, "IMG time!E5": null }).map((line) => line.split(" | ")[0]),
    ).toEqual([
      "error costs/b.xlsx Staff!B5",
      "error costs/b.xlsx Staff!E6",
      "error costs/b.xlsx IMG time!E5",
    ]);
  });

  it("with the same line twice is a warning", () => {
    const first = {
      A: "ENB-01",
      B: "Buddy",
      C: "CT1-2/ST1-2.np3",
      D: 2,
      E: 7.5,
      F: "each IMG",
      G: "recurrent",
      H: "estimated",
      I: "yes",
      J: "Trust",
      ...Object.fromEntries([..."KLMNOPQRSTUVW"].map((column) => [column, null])),
    };
    const same = Object.fromEntries(
      Object.entries(first).flatMap(([column, value]) => [
        [`Staff!${column}5`, value],
        [`Staff!${column}6`, value],
      ]),
    );
    expect(told(same)).toEqual([
      "warning costs/b.xlsx Staff!A6 | row 6: the same as row 5; both are counted | delete one of them if it was entered twice",
    ]);
  });

  it("with more hours than a long week is a warning, and with more than anybody gives an error", () => {
    expect(told({ "Staff!E5": 50 })).toEqual([
      "warning costs/b.xlsx Staff!E5 | hours of each person: 50 for each week is more than 48 hours a week | check that the hours are those of one person, and what they are for",
    ]);
    expect(told({ "Staff!E5": 120 })[0]).toContain(
      "error costs/b.xlsx Staff!E5 | hours of each person: 120 for each week is more than 60 hours a week",
    );
    expect(read({ "Staff!E5": 120 }).value).toBeNull();
  });

  it.each([
    ["whole period", 1200, []],
    ["whole period", 1300, ["warning"]],
    ["whole period", 1600, ["error"]],
    ["each cohort", 1300, []],
    ["each cohort", 1600, ["error"]],
    ["each IMG", 400, []],
    ["each IMG", 401, ["warning"]],
    ["each IMG", 1600, ["error"]],
  ])("for %s, with %d hours of each person in 26 weeks, tells %j", (basis, hours, severities) => {
    const { findings } = read({ "Staff!E6": hours, "Staff!F6": basis });
    expect(findings.map((finding) => finding.severity)).toEqual(severities);
  });

  it("asks whether hours for each IMG are those of a whole cohort", () => {
    expect(told({ "Staff!E6": 450 })).toEqual([
      "warning costs/b.xlsx Staff!E6 | hours of each person: 450 for each IMG is more than 400; are they the hours for a whole cohort? | if they are the hours for all the IMGs together, choose each cohort or whole period",
    ]);
  });

  it("with supernumerary hours that no IMG can have in the period is refused", () => {
    expect(told({ "IMG time!D5": 1600 })).toEqual([
      "error costs/b.xlsx IMG time!D5 | supernumerary hours of each IMG: 1600 is more than 60 hours a week in all of the 26 weeks covered | check that the hours are those of one person, and what they are for",
    ]);
  });

  it("draws nothing about hours from a period that ends before it begins", () => {
    expect(told({ "Cover!B7": "2026-03-01" })).toHaveLength(1);
  });

  const staffCells = [5, 6].flatMap((row) =>
    [..."ABCDEFGHIJKLMNOPQRSTUVW"].map((column) => `Staff!${column}${row}`),
  );
  const otherCells = [..."ABCDEFGHIJKLMNOP"].map((column) => `Other costs!${column}5`);
  const imgCells = [..."ABCDEFGHI"].map((column) => `IMG time!${column}5`);
  const cleared = (...cells: readonly string[]) => Object.fromEntries(cells.map((cell) => [cell, null]));

  it("without a line of cost is refused, not priced at nothing", () => {
    const { value, findings } = read(cleared(...staffCells, ...otherCells, ...imgCells));
    expect(value).toBeNull();
    expect(findings).toMatchObject([
      {
        code: "cost-empty",
        severity: "error",
        at: { file: "costs/b.xlsx" },
        message:
          "cost return: no line is filled in on Staff, Other costs and IMG time; it would be priced at £0",
        found: "no line is filled in",
        fix: expect.stringContaining("fill it in") as string,
      },
    ]);
  });

  it("of noughts alone is refused likewise", () => {
    const noughts = { "Staff!E5": 0, "Staff!E6": 0, "Other costs!D5": 0, "IMG time!D5": 0 };
    expect(read(noughts).findings).toMatchObject([
      { code: "cost-empty", severity: "error", found: "all 4 lines are 0" },
    ]);
  });

  it("whose only line cannot be read is told of that line alone", () => {
    const { findings } = read({
      ...cleared(...staffCells.slice(23), ...otherCells, ...imgCells),
      "Staff!E5": "3 weeks",
    });
    expect(findings.filter((finding) => finding.severity !== "note").map((each) => each.code)).toEqual([
      "cost-hours",
    ]);
  });

  it("without staff is a warning; without other costs or IMG time a note", () => {
    expect(read(cleared(...staffCells)).findings).toMatchObject([
      { code: "cost-empty-sheet", severity: "warning", at: { sheet: "Staff" } },
    ]);
    expect(read(cleared(...otherCells, ...imgCells)).findings).toMatchObject([
      { code: "cost-empty-sheet", severity: "note", at: { sheet: "Other costs" } },
      { code: "cost-empty-sheet", severity: "note", at: { sheet: "IMG time" } },
    ]);
  });

  it("for less than half of the study's period is a warning that names both", () => {
    expect(told({ "Cover!B7": "31/07/2026" })).toEqual([
      "warning costs/b.xlsx Cover!B7 | period covered: 2026-04-01 to 2026-07-31 is 122 of the 275 days of the study, 2026-04-01 to 2026-12-31 | correct the days; if the return does leave part of the period out, say so in the report: nothing is scaled up",
    ]);
    expect(told({ "Cover!B7": "16/08/2026" })).toEqual([]);
  });

  it("with components unanswered or twice says which", () => {
    const { value, findings } = read({ "Components!D5": null, "Components!E6": "" });
    expect(findings).toMatchObject([{ severity: "warning", at: { sheet: "Components" } }]);
    expect(findings[0]!.message).toContain("2 of 34: PRE-01, PRE-02");
    expect(value!.components).toHaveLength(32);
    expect(told({ "Components!A6": "PRE-01" })[0]).toContain(
      "Components!A6 | component: PRE-01 already stands in row 5",
    );
    expect(told({ "Components!D5": "maybe" })[0]).toContain('planned: expected yes or no, got "maybe"');
  });

  it("tells everything at once, each with place, expected, found and fix", () => {
    const { findings } = read({
      "Cover!B5": "A",
      "Staff!E5": "3 weeks",
      "Staff!C6": "band99",
      "Other costs!D5": "£1,2OO",
    });
    expect(findings).toHaveLength(4);
    for (const finding of findings) {
      expect(finding).toMatchObject({ rule: "cost-return", severity: "error", trust: "B" });
      expect(finding.at.cell).toMatch(/^[A-Z]+\d+$/);
      for (const words of [finding.expected, finding.found, finding.fix]) expect(words).toBeTruthy();
    }
  });

  it("does not echo long text, which may be somebody's own words", () => {
    const text = "Dr Somebody spent most of a fortnight on this, see her diary";
    expect(JSON.stringify(read({ "Staff!E5": text }).findings)).not.toContain("Somebody");
  });
});

describe("a cost return of another template version", () => {
  const cover = (...rows: readonly (readonly string[])[]) => ({
    Cover: [["Question", "Answer"], ["Template version", "0"], ...rows],
    Staff: [["Whatever", "it", "held"]],
  });
  async function readCover(...rows: readonly (readonly string[])[]) {
    const bytes = await workbookOf(cover(...rows));
    const { tables, issues } = await readCostReturnTables({ file: "costs/b.xlsx", trust: "B" }, bytes);
    const { value, findings } = readCostReturn(study, tables, weeks);
    return { value, told: [...issues, ...findings].map(({ message }) => message) };
  }

  it("is also told of a wrong Trust, date and price year on its Cover", async () => {
    const { value, told } = await readCover(
      ["Trust", "A"],
      ["First day covered", "April"],
      ["Last day covered", "30/09/2026"],
      ["Price year of the amounts in pounds", "2024/25"],
    );
    expect(value).toBeNull();
    expect(told).toEqual([
      "template version: expected 2, got 0",
      "trust: expected B, got A",
      'first day covered: expected a date such as 01/04/2026 (day/month/year), got "April"',
      'price year: expected 2026/27, got "2024/25"',
    ]);
  });

  it("is not told of what its Cover may not have asked", async () => {
    expect((await readCover(["Trust", "B"])).told).toEqual(["template version: expected 2, got 0"]);
  });
});

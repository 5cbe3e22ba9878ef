import { describe, expect, it } from "vitest";
import { readStudyPrices } from "../../src/run/study-prices.js";
import { printPlace } from "../../src/core/issue.js";
import { costStudy } from "../costs/fixture.js";
import { shippedFigures } from "../costs/figures-file.js";
import type { Study } from "../../src/study/study.js";

const table = {
  file: "prices/unit-costs.csv",
  title: "An invented table",
  edition: "2026",
  price_year: "2026/27",
  basis: "includes-overheads",
  licence: "none",
} as const;
const index = { file: "prices/index.csv", title: "An invented index", edition: "2026", licence: "none" };
const header = "grade,label,staff,pounds_an_hour,pay_point";

function read(costing: Partial<Study["costing"]>, files: Readonly<Record<string, string>> = {}) {
  const folder = {
    read: async (file: string) => (file in files ? new TextEncoder().encode(files[file]) : null),
    list: async () => Object.keys(files),
  };
  const study = { ...costStudy(["A"], costing), sources: [{ kind: "cost-return" }] } as unknown as Study;
  return readStudyPrices(study, folder, shippedFigures);
}

const told = ({ issues }: Awaited<ReturnType<typeof read>>) =>
  issues.map(({ severity, at, message }) => `${severity} ${printPlace(at)}: ${message}`);

describe("a unit cost table that the study's owner has", () => {
  const rows = `${header}\nconsultant,Consultant,medical,160.50,consultant.T2b.yr4-7\nnurse.6,"Nurse, band 6",afc,61,\n`;

  it("gives pay points of its own, priced as they stand, in the year of its prices", async () => {
    const prices = await read({ unit_cost_table: table }, { [table.file]: rows });
    expect(told(prices)).toEqual([]);
    const { hourly, withOverheads } = prices.pricesOf(null, null);
    expect(hourly.get("unit-cost:consultant")).toBe(160.5);
    expect([...withOverheads]).toEqual(["unit-cost:consultant", "unit-cost:nurse.6"]);
    expect(prices.payPoints.get("unit-cost:consultant")).toBe(40);
    expect(prices.payPoints.get("unit-cost:nurse.6")).toBe(37.5);
    expect(prices.payPoints.get("band6.top")).toBe(37.5);
  });

  it("holds no overheads when study.yaml says so", async () => {
    const { pricesOf } = await read(
      { unit_cost_table: { ...table, basis: "pay-and-on-costs" } },
      { [table.file]: rows },
    );
    expect(pricesOf(null, null).withOverheads.size).toBe(0);
  });

  // 114,894 x 1.2428 + 13.8% of (114,894 - 9,100) is 157,389.83, over 225.715 days x 8 hours x 0.95.
  it.each([67, 75, 87])(
    "is warned of a consultant at %d pounds: less than pay and on-costs alone",
    async (pounds) => {
      const low = rows.replace("160.50", String(pounds));
      const prices = await read(
        { price_year: "2024/25", unit_cost_table: { ...table, price_year: "2024/25" } },
        { [table.file]: low },
      );
      expect(told(prices)).toEqual([
        `warning prices/unit-costs.csv row 2, column "pounds_an_hour": Consultant: £${pounds} an hour is less than pay and on-costs alone, £91.75`,
      ]);
    },
  );

  it("of another price year is refused, and gives no pay points", async () => {
    const prices = await read(
      { unit_cost_table: { ...table, price_year: "2022/23" } },
      { [table.file]: rows },
    );
    expect(told(prices)[0]).toBe(
      "error study.yaml: costing.unit_cost_table: prices of 2022/23, the study's are of 2026/27",
    );
    expect(told(prices)[1]).toContain("consultant.T2b.yr4-7 has no figure for 2022/23");
    expect(prices.payPoints.has("unit-cost:consultant")).toBe(false);
  });

  it("has every cell that will not do told, with its row and column", async () => {
    const bad = `${header}\ncon sultant,Consultant,medical,160,\nnurse,,nurse,£41,\nnurse2,Nurse,afc,0,\nfy1,FY1,medical,41,\nfy1,FY1,medical,42,\n`;
    const prices = await read({ unit_cost_table: table }, { [table.file]: bad });
    expect(prices.issues.map(({ at }) => `${at.row} ${at.column}`)).toEqual([
      "2 grade",
      "3 label",
      "3 staff",
      "3 pounds_an_hour",
      "4 pounds_an_hour",
      "6 grade",
    ]);
    expect(prices.issues[3]).toMatchObject({ code: "price-table", severity: "error", found: '"£41"' });
  });

  it("that is not there, has no such column, or lies outside the folder is told", async () => {
    expect(told(await read({ unit_cost_table: table }))[0]).toContain("not in the study folder");
    const renamed = rows.replace("pounds_an_hour", "pounds_per_hour");
    const [column] = (await read({ unit_cost_table: table }, { [table.file]: renamed })).issues;
    expect(column).toMatchObject({
      message: "prices/unit-costs.csv: no column pounds_an_hour",
      fix: 'is it "pounds_per_hour"? rename its heading',
    });
    const outside = { ...table, file: "../unit-costs.csv" };
    expect((await read({ unit_cost_table: outside })).issues[0]!.code).toBe("outside-folder");
  });
});

describe("a price index that the study's owner has", () => {
  it("is read as the change into each year", async () => {
    const prices = await read(
      { price_index: index },
      { [index.file]: "year,percent\n2025/26,2.5\n2026/27,-1\n" },
    );
    expect(told(prices)).toEqual([]);
    expect(prices.index).toEqual(
      new Map([
        ["2025/26", 0.025],
        ["2026/27", -0.01],
      ]),
    );
  });

  it("has every cell that will not do told", async () => {
    const prices = await read(
      { price_index: index },
      { [index.file]: "year,percent\n2025,2.5\n2026/27,lots\n" },
    );
    expect(prices.issues.map(({ at }) => `${at.row} ${at.column}`)).toEqual(["2 year", "3 percent"]);
  });
});

describe("what study.yaml says of prices", () => {
  const rate = {
    trust: "A",
    pay_point: "band6.topp",
    pounds: 30,
    per: "hour",
    source: "payroll",
    includes_on_costs: true,
    includes_overheads: false,
  } as const;
  const sign = (figure: string) => ({ figure, by: "Finance lead", on: "2026-10-12", reason: "looked at" });

  it("is told when the price year has no pay figures, with the years that have", async () => {
    const [issue] = (await read({ price_year: "2031/32" })).issues;
    expect(issue).toMatchObject({
      message: "costing.price_year: no pay figures for 2031/32",
      expected: "one of 2022/23, 2023/24, 2024/25, 2025/26, 2026/27",
      at: { file: "study.yaml" },
    });
  });

  it("is told when an own rate is of a pay point that is not there", async () => {
    const [issue] = (await read({ own_rates: [rate] })).issues;
    expect(issue).toMatchObject({ severity: "error", fix: 'did you mean "band6.top"?' });
  });

  it("is told when a sign-off names no figure, or one that needs none", async () => {
    const { issues } = await read({
      sign_off: [
        sign("working_time study_leave 2026/27"),
        sign("working_time study_leaf 2026/27"),
        sign("afc_pay_england band6.top 2026/27"),
      ],
    });
    expect(issues.map(({ severity, fix }) => [severity, fix])).toEqual([
      ["error", 'did you mean "working_time study_leave 2026/27"?'],
      ["warning", "copy its name from `pilot-eval list pay`, or remove the entry"],
    ]);
  });

  it("prices a return by its days and its high-cost area", async () => {
    const { pricesOf } = await read({ prices: "when-worked" });
    const inner = { area: "inner London", afcPence: 600_000, medicalPence: null } as const;
    const days = { from: "2026-05-01", to: "2026-06-30" };
    const plain = pricesOf(days, null);
    const london = pricesOf(days, inner);
    expect(london.hourly.get("band6.top")! - plain.hourly.get("band6.top")!).toBeCloseTo(
      (6000 * (1 + 0.15 + 0.1438 + 0.005)) / 1955.4,
      10,
    );
    expect(london.unpriced.get("FY1.np1")).toBe("no supplement of inner London for doctors");
    expect(pricesOf({ from: "2024-03-01", to: "2024-04-30" }, null).unpriced.get("consultant.min")).toBe(
      "no figure for 2024/25",
    );
  });

  it("names the figures of lowest confidence behind a price", async () => {
    const { pricesOf } = await read({ hours: "productive" });
    expect(
      pricesOf(null, null)
        .weak.get("band6.top")!
        .map(({ id }) => id),
    ).toEqual(["working_time study_leave 2026/27", "working_time sickness_rate 2026/27"]);
  });
});

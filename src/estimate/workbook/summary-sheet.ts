import { levels, overLevels, type Level, type Range } from "../../costs/estimate/assumptions.js";
import type { Workbook } from "../../ingest/workbook.js";
import { drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { inPounds, live, type LiveCell } from "./live-cell.js";
import { asInputs, guarded, totalFormula } from "./total-formula.js";
import { isImgTime, type WorkbookPlan } from "./workbook-plan.js";

interface SummaryRow {
  readonly key: string;
  readonly label: string;
  readonly formula: (level: Level, cell: (key: string) => string) => string;
  readonly result: (level: Level) => number | string;
  readonly note: string;
  readonly format?: string;
}

const letters: Readonly<Record<Level, string>> = { low: "B", central: "C", high: "D" };

/** The answer: a year and one IMG, low, central and high, by formulas over the sheet Calculation. */
export async function drawSummary(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const rows = summaryRows(plan);
  const rowOf = new Map(rows.map(({ key }, index) => [key, firstRow + index]));
  await drawEstimateSheet(workbook, {
    name: "Summary",
    title: "What the induction of IMGs would cost",
    hint: "Pounds. Change the yellow cells of Inputs, Components and Calculation: everything here is worked out again.",
    banner: plan.banner,
    columns: [
      { heading: "What", width: 44 },
      ...levels.map((level) => ({
        heading: level === "central" ? "Central" : level === "low" ? "Low" : "High",
        width: 17,
        number: true,
        format: "#,##0.00",
      })),
      { heading: "What it means", width: 66 },
    ],
    formatOf: (row, column) => (column > 0 && column < 4 ? rows[row]!.format : undefined),
    rows: rows.map(({ label, formula, result, note }) => [
      label,
      ...levels.map((level): LiveCell =>
        live(guarded(formula(level, (key) => `${letters[level]}${rowOf.get(key)!}`)), result(level)),
      ),
      note,
    ]),
  });
}

function summaryRows(plan: WorkbookPlan): readonly SummaryRow[] {
  const { estimate, inputs } = plan;
  const { totals, oneMore, gaps, breakEven, perRecruited, perCompleted } = estimate;
  const lines = (level: Level, id: string, of: "pence" | "yearPence" = "yearPence") =>
    totals[level].lines.reduce((sum, line) => sum + (line.id === id ? line[of] : 0), 0);
  const counted = `(item_counted="yes")`;
  const setUp = (level: Level, of: "price" | "year") => `SUMPRODUCT(${counted}*f_once*${of}_${level})`;
  const base = (level: Level) => `SUMPRODUCT(${counted}*(1-f_once)*(1-f_time)*year_${level})`;
  const share = "IF(step_whose=1,0,N(overheads))";
  const pounds = (pence: (level: Level) => number) => (level: Level) => inPounds(pence(level));
  const per = (name: string, range: Range | null): Pick<SummaryRow, "formula" | "result"> => ({
    formula: (_, cell) => `IF(${name}="","not given",${cell("total")}/${name})`,
    result: (level) => (range === null ? "not given" : range[level]),
  });
  const time = overLevels((level) =>
    plan.items.reduce(
      (sum, item) =>
        isImgTime(item) && plan.isProvided(item) ? sum + (plan.lineOf(item, level)?.yearPence ?? 0) : sum,
      0,
    ),
  );
  return [
    {
      key: "total",
      label: "A year",
      formula: (_, cell) => `${cell("set-up")}+${cell("running")}`,
      result: pounds((level) => totals[level].totalPence),
      note: "Low and high put every amount at its end at once: most Trusts would fall between them",
    },
    {
      key: "set-up",
      label: "of it set-up",
      formula: (level, cell) =>
        `${setUp(level, "year")}+ROUND(${cell("overheads-set-up")}/IF(step_whose=1,1,step_factor),2)`,
      result: pounds((level) => totals[level].setUpPence),
      note: "The part of one year, where set-up is spread",
    },
    {
      key: "running",
      label: "of it running",
      formula: (level, cell) =>
        `SUMPRODUCT(${counted}*(1-f_once)*year_${level})+${cell("overheads-running")}`,
      result: pounds((level) => totals[level].runningPence),
      note: "What comes back each year",
    },
    {
      key: "per-img",
      label: "Per IMG inducted",
      formula: (_, cell) => `${cell("total")}/imgs`,
      result: (level) => totals[level].perImg,
      note: "The year over the IMGs inducted: an average, which falls as more join",
    },
    {
      key: "one-more",
      label: "One more IMG",
      formula: (level, cell) => `${totalFormula(level, { ...asInputs, imgs: "(imgs+1)" })}-${cell("total")}`,
      result: pounds((level) => oneMore.pence[level]),
      note: "What the next IMG would add; it jumps where a group is full",
    },
    {
      key: "img-time",
      label: "IMGs' own pay while they shadow",
      formula: (level) => `SUMPRODUCT(${counted}*f_time*year_${level})`,
      result: pounds((level) => time[level]),
      note: "Part of the year above, where it is counted",
    },
    {
      key: "per-recruited",
      label: "Per IMG recruited",
      ...per("recruited", perRecruited),
      note: "Needs IMGs recruited on Inputs",
    },
    {
      key: "per-completed",
      label: "Per IMG who completed it",
      ...per("completed", perCompleted),
      note: "Needs IMGs who completed on Inputs",
    },
    {
      key: "set-up-whole",
      label: "Set-up in full, once",
      formula: (level, cell) => `${setUp(level, "price")}+${cell("overheads-set-up")}`,
      result: pounds((level) => totals[level].setUpWholePence),
      note: "Before it is spread over years",
    },
    {
      key: "overheads-running",
      label: "Overheads on running costs",
      formula: (level) => `ROUND(${share}*${base(level)},2)`,
      result: pounds((level) => lines(level, "overheads/running")),
      note: "In the year above; on staff and other costs, not on IMGs' own pay",
    },
    {
      key: "overheads-set-up",
      label: "Overheads on set-up, in full",
      formula: (level) => `ROUND(${share}*${setUp(level, "price")},2)`,
      result: pounds((level) => lines(level, "overheads/set-up", "pence")),
      note: "Its year's part is in the year above",
    },
    {
      key: "gaps",
      label: "Closing the gaps, a year",
      formula: (level) =>
        `IF(COUNTA(part_today)=0,"not asked",IF(COUNTA(part_today)<ROWS(part_today),"answer every part",SUM(gap_${level})))`,
      result: (level) => (gaps === null ? "not asked" : inPounds(gaps.totalPence[level])),
      note: "Parts that are not there today in full; needs answers on Components",
    },
    {
      key: "break-even",
      label: "Doctors who would have to stay to pay for it",
      formula: (_, cell) => `IF(replacement="","not given",${cell("total")}/replacement)`,
      result: (level) => (breakEven === null ? "not given" : breakEven.doctors[level]),
      note: "The year over the cost of replacing one doctor. It does not say that induction makes doctors stay",
      format: "#,##0.0",
    },
    {
      key: "check",
      label: "The two ways of adding up agree",
      formula: (level, cell) => `IF(ABS(${totalFormula(level, asInputs)}-${cell("total")})<0.005,"yes","no")`,
      result: () => "yes",
      note: `Line by line on Calculation, and in one cell as on Cohort size (${inputs.imgs} IMGs when written)`,
    },
  ];
}

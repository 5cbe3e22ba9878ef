import { poundsYears } from "../../costs/estimate/pounds-years.js";
import type { Workbook } from "../../ingest/workbook.js";
import { drawEstimateSheet } from "./draw-sheet.js";
import type { WorkbookPlan } from "./workbook-plan.js";

/** What the estimate leaves out, what to know, and how the workbook rounds. */
export async function drawNotes(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { estimate, data, banner, version } = plan;
  const rows = [
    [
      "Assumptions",
      `${banner} Dated ${data.assumptions.date}. Amounts in pounds are at ${poundsYears(data.assumptions, data.assumptions.items).words}.`,
    ],
    ...estimate.cautions.slice(1).map((caution) => ["To know", `${capital(caution)}.`]),
    [
      "Rounding",
      "The price of a line is rounded to the penny, half a penny up; totals are sums of rounded lines. Hours and rates are not rounded.",
    ],
    [
      "Locked cells",
      "Cells that are worked out are locked without a password: Review, Unprotect Sheet unlocks them.",
    ],
    [
      "Made by",
      `pilot-eval ${version}. It is a planning aid: it shows what induction may cost, not what it brings about.`,
    ],
    ...estimate.leftOut.map(({ what, why }) => ["Left out", `${capital(what)}: ${why}.`]),
  ];
  await drawEstimateSheet(workbook, {
    name: "Notes",
    title: "What to know, and what is left out",
    hint: "As the inputs stood when this workbook was written.",
    banner,
    columns: [
      { heading: "About", width: 18 },
      { heading: "What", width: 120 },
    ],
    rows,
  });
}

/** Every figure of pay, on-costs and hours in the workbook, with where it was read. */
export async function drawSources(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const years = new Set(plan.years);
  await drawEstimateSheet(workbook, {
    name: "Sources",
    title: "Figures of pay, on-costs and hours",
    hint: "A: read at the publisher. B: read in a copy. C: worked out or assumed; check it before you rely on it.",
    banner: plan.banner,
    columns: [
      { heading: "Figure", width: 54 },
      { heading: "Year", width: 10 },
      { heading: "Value", width: 12, number: true, format: "General" },
      { heading: "Unit", width: 28 },
      { heading: "Confidence", width: 12 },
      { heading: "Source", width: 70 },
      { heading: "Note", width: 50 },
    ],
    rows: plan.data.figures
      .filter(({ year }) => years.has(year))
      .map(({ label, year, value, unit, confidence, source, note }) => [
        label,
        year,
        value,
        unit.replace("GBP", "pounds"),
        confidence,
        source,
        note === "" ? null : note,
      ]),
  });
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

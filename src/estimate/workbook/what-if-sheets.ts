import { levels } from "../../costs/estimate/assumptions.js";
import { perspectives } from "../../costs/estimate/inputs.js";
import type { Workbook } from "../../ingest/workbook.js";
import { drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { inPounds, live, type SheetValue } from "./live-cell.js";
import { asInputs, guarded, totalFormula, type TotalOf } from "./total-formula.js";
import { whoseChoices } from "./input-rows.js";
import type { WorkbookPlan } from "./workbook-plan.js";

const money = (heading: string) => ({ heading, width: 15, number: true, format: "#,##0.00" });
const letters = ["B", "C", "D"] as const;
/** Cohort sizes that are worked out; one more, for what the last IMG but one would add. */
const sizes = 60;

/** Total, average and marginal cost at each number of IMGs. */
export async function drawSizes(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { estimate, banner } = plan;
  const rows = Array.from({ length: sizes }, (_, index): readonly SheetValue[] => {
    const row = firstRow + index;
    const point = estimate.curve[index]!;
    return [
      index + 1,
      ...levels.map((level) =>
        live(
          guarded(totalFormula(level, { ...asInputs, imgs: `$A${row}` })),
          inPounds(point.totalPence[level]),
        ),
      ),
      ...levels.map((level, at) => live(guarded(`${letters[at]}${row}/$A${row}`), point.average[level])),
      ...levels.map((level, at) =>
        index + 1 < sizes
          ? live(
              guarded(`${letters[at]}${row + 1}-${letters[at]}${row}`),
              inPounds(point.marginalPence[level]),
            )
          : null,
      ),
    ];
  });
  await drawEstimateSheet(workbook, {
    name: "Cohort size",
    title: "What a year costs at other numbers of IMGs",
    hint: "Everything else as in the inputs. Average is the total over the IMGs. One more is what the next IMG would add: it jumps where a group is full.",
    banner,
    columns: [
      { heading: "IMGs", width: 9, number: true, format: "0" },
      ...["Total", "Average", "One more"].flatMap((what) =>
        levels.map((level) => money(`${what}, ${level}`)),
      ),
    ],
    rows,
    fixedColumns: 1,
  });
}

/** The same induction counted or made otherwise, side by side. */
export async function drawScenarios(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { estimate, banner, inputs } = plan;
  const asIs = `shadowing-${inputs.shadowingWeeks}`;
  const found = (id: string) => estimate.scenarios.find((one) => one.id === id);
  /** One that the engine leaves out changes nothing: it is as in the inputs. */
  const scenario = (id: string) => found(id) ?? found(asIs)!;
  const rows: readonly (readonly [label: string, id: string, of: Partial<TotalOf>])[] = [
    ["As in the inputs", asIs, {}],
    ["2 weeks of shadowing", "shadowing-2", { weeks: "2" }],
    ["4 weeks of shadowing", "shadowing-4", { weeks: "4" }],
    ["6 weeks of shadowing", "shadowing-6", { weeks: "6" }],
    ["Buddies' time given free", "buddies-unpaid", { buddies: "0" }],
    ["With IMGs' pay while they shadow", "supernumerary-with", { imgsPay: "1" }],
    ["Without IMGs' pay while they shadow", "supernumerary-without", { imgsPay: "0" }],
    ...perspectives.map(
      (one, index) => [`Whose cost: ${whoseChoices[one]}`, one, { whose: String(index + 1) }] as const,
    ),
  ];
  await drawEstimateSheet(workbook, {
    name: "Scenarios",
    title: "Scenarios side by side",
    hint: "Each line changes one thing and leaves the rest as in the inputs. The NHS as a whole always pays the full pension rate.",
    banner,
    columns: [
      { heading: "Scenario", width: 42 },
      ...["A year", "Per IMG"].flatMap((what) => levels.map((level) => money(`${what}, ${level}`))),
    ],
    rows: rows.map(([label, id, of], index) => [
      label,
      ...levels.map((level) =>
        live(guarded(totalFormula(level, { ...asInputs, ...of })), inPounds(scenario(id).totalPence[level])),
      ),
      ...levels.map((level, at) =>
        live(guarded(`${letters[at]}${firstRow + index}/imgs`), scenario(id).perImg[level]),
      ),
    ]),
  });
}

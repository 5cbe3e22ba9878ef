import { perspectives } from "../../costs/estimate/inputs.js";
import type { Workbook } from "../../ingest/workbook.js";
import { cellOf, drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { inputRows, whoseChoices } from "./input-rows.js";
import { live } from "./live-cell.js";
import type { WorkbookPlan } from "./workbook-plan.js";

/** What a Trust says about itself, each cell with a check beside it. */
export async function drawInputs(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { data, inputs, names, banner } = plan;
  const rows = inputRows(data);
  rows.forEach(({ name }, index) => names.give(name, cellOf("Inputs", 1, index)));
  names.give("input_checks", `Inputs!$C$${firstRow}:$C$${firstRow + rows.length - 1}`);
  await drawEstimateSheet(workbook, {
    name: "Inputs",
    title: "About the Trust",
    hint: "Fill in the yellow cells. The check beside each says OK, or what is expected.",
    banner,
    columns: [
      { heading: "Input", width: 44 },
      { heading: "Value", width: 28, open: () => true, check: (row) => rows[row]!.check },
      { heading: "Check", width: 64 },
      { heading: "What it means", width: 66 },
    ],
    formatOf: (row, column) => (column === 1 ? rows[row]!.format : undefined),
    rows: rows.map(({ label, value, fits, expected, note }) => [
      label,
      value(inputs),
      live(`IF(${fits},"OK","expected ${expected}")`, "OK"),
      note,
    ]),
  });
}

/** Steps between the inputs and the lines: what the choices come to as numbers. */
export async function drawSteps(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { inputs, names, banner, factor } = plan;
  const whose = Object.values(whoseChoices)
    .map((words, index) => `IF(whose="${words}",${index + 1},`)
    .join("");
  const annuity =
    `IF(discount=0,set_up_years,(1-(1+discount)^-set_up_years)/discount)` +
    `*IF(timing="in advance",1+discount,1)`;
  const rows = [
    [
      "step_problems",
      "Inputs and lines to mend",
      `SUMPRODUCT((input_checks<>"OK")*1)+SUMPRODUCT((item_check<>"OK")*1)+SUMPRODUCT((part_provided<>"yes")*(part_provided<>"no"))+SUMPRODUCT((part_today<>"")*(part_today<>"yes")*(part_today<>"partly")*(part_today<>"no"))`,
      0,
      "Nothing is worked out until there are none",
    ],
    [
      "step_whose",
      "Whose cost, as a number",
      `${whose}2${")".repeat(perspectives.length)}`,
      perspectives.indexOf(inputs.perspective) + 1,
      "1 new money of the Trust, 2 all that the Trust pays, 3 all that the NHS pays",
    ],
    [
      "step_factor",
      "What set-up is divided by for one year",
      `IF(set_up="spread over years",${annuity},1)`,
      factor,
      "(1 - (1 + rate)^-years) / rate, times 1 + rate when paid in advance; 1 when counted at once",
    ],
    [
      "step_imgs_pay",
      "IMGs' own pay counted",
      `IF(imgs_pay="yes",1,0)`,
      inputs.countSupernumerary ? 1 : 0,
      "1 yes, 0 no",
    ],
  ] as const;
  rows.forEach(([name], index) => names.give(name, cellOf("Steps", 1, index)));
  await drawEstimateSheet(workbook, {
    name: "Steps",
    title: "Steps in between",
    hint: "What the choices on Inputs come to. Nothing is changed here.",
    banner,
    columns: [
      { heading: "Step", width: 40 },
      { heading: "Value", width: 16, number: true, format: "General" },
      { heading: "What it means", width: 80 },
    ],
    rows: rows.map(([, label, formula, result, note]) => [label, live(formula, result), note]),
  });
}

import {
  imgTimeComponent,
  levels,
  programmeComponent,
  shadowingComponent,
  type Level,
} from "../../costs/estimate/assumptions.js";
import { ownStrands } from "../../costs/estimate/lines.js";
import { toPence } from "../../core/pence.js";
import type { Workbook } from "../../ingest/workbook.js";
import { alert } from "../../template/validation.js";
import { columnOf, drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { inPounds, live } from "./live-cell.js";
import type { WorkbookPlan } from "./workbook-plan.js";

/** Each part of the induction: provided or not, what is there today, and what it and its gap cost in a year. */
export async function drawComponents(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { data, inputs, names, banner, items } = plan;
  const parts = [
    ...data.components,
    {
      id: programmeComponent,
      label: "Running the programme as a whole",
      strand: ownStrands[programmeComponent]!,
    },
  ];
  const overheads = inputs.perspective === "trust-cash" ? 0 : (inputs.overheads ?? 0);
  const sum = (component: string, level: Level) =>
    items.reduce(
      (total, item) =>
        total + (item.component === component ? (plan.lineOf(item, level)?.yearPence ?? 0) : 0),
      0,
    );
  const pence = (id: string, level: Level) =>
    sum(id, level) * (1 + overheads) +
    (id === shadowingComponent && inputs.countSupernumerary ? sum(imgTimeComponent, level) : 0);
  const share = (id: string) => {
    const answer = inputs.selfAssessment?.[id];
    return answer === "no" ? 1 : answer === "partly" ? inputs.partlyShare : 0;
  };
  const letters: Readonly<Record<Level, string>> = { low: "F", central: "G", high: "H" };
  const rows = parts.map(({ id, label, strand }, index) => {
    const row = firstRow + index;
    const time = (level: Level) =>
      id === shadowingComponent ? `+step_imgs_pay*SUMIF(item_part,"${imgTimeComponent}",year_${level})` : "";
    return [
      id,
      label,
      strand,
      inputs.components.includes(id) ? "yes" : "no",
      inputs.selfAssessment?.[id] ?? null,
      ...levels.map((level) =>
        live(
          `SUMIF(item_part,$A${row},year_${level})*(1+IF(step_whose=1,0,N(overheads)))${time(level)}`,
          inPounds(pence(id, level)),
        ),
      ),
      live(`IF(E${row}="no",1,IF(E${row}="partly",partly,0))`, share(id)),
      ...levels.map((level) =>
        live(
          `ROUND(${letters[level]}${row}*I${row},2)`,
          inPounds(toPence((pence(id, level) / 100) * share(id))),
        ),
      ),
    ];
  });
  levels.forEach((level, index) =>
    names.give(`gap_${level}`, columnOf("Components", 9 + index, rows.length)),
  );
  names.give("part_provided", columnOf("Components", 3, rows.length));
  names.give("part_today", columnOf("Components", 4, rows.length));
  const list = (options: string, expected: string) => ({
    type: "list" as const,
    allowBlank: true,
    formulae: [`"${options}"`],
    ...alert(expected),
  });
  const money = (heading: string) => ({ heading, width: 13, number: true, format: "#,##0.00" });
  await drawEstimateSheet(workbook, {
    name: "Components",
    title: "Parts of the induction",
    hint: "Say which parts are provided. For the cost of closing gaps, also say what is there today: yes, partly or no.",
    banner,
    columns: [
      { heading: "Part", width: 13 },
      { heading: "What it is", width: 50 },
      { heading: "Strand", width: 26 },
      { heading: "Provided", width: 11, open: () => true, check: () => list("yes,no", "yes or no") },
      {
        heading: "There today",
        width: 11,
        open: () => true,
        check: () => list("yes,partly,no", "yes, partly or no"),
      },
      money("Year, low"),
      money("Year, central"),
      money("Year, high"),
      { heading: "Share still to pay", width: 11, number: true, format: "0%" },
      money("Gap, low"),
      money("Gap, central"),
      money("Gap, high"),
    ],
    rows,
    fixedColumns: 2,
  });
}

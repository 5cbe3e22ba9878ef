import {
  imgTimeComponent,
  levels,
  programmeComponent,
  type PlanningItem,
} from "../../costs/estimate/assumptions.js";
import type { EstimateData } from "../../costs/estimate/estimate-data.js";
import { highCostZones } from "../../costs/estimate/inputs.js";
import { ownStrands } from "../../costs/estimate/lines.js";
import { escapeHtml } from "../../report/html-escape.js";
import { capital } from "./answer/figures.js";
import { fieldOf, type Answers } from "./answers.js";
import { errorOf, idOf, numberField, numberInRow, radios, select } from "./controls.js";
import { payPointOptions } from "./pay-point-options.js";
import { isAskedElsewhere } from "./read-answers.js";

/** Questions that most Trusts leave as they are: how time is priced, how set-up is spread, and each assumption. */
export function fineForm(data: EstimateData, answers: Answers): string {
  return [
    `<details class="parts"><summary>Pay and prices</summary>`,
    ...pay(data, answers),
    `</details>`,
    `<details class="parts"><summary>Set-up, overheads and counts</summary>`,
    ...counting(data, answers),
    `</details>`,
    `<details class="parts" id="assumptions"><summary>Every assumption</summary>`,
    `<p>Change a figure where you know better. Hours and pounds are for the time that the line names.</p>`,
    ...assumptions(data, answers),
    `</details>`,
  ].join("");
}

function pay(data: EstimateData, answers: Answers): readonly string[] {
  const { conventions } = data.assumptions;
  return [
    radios(
      {
        name: "hours",
        label: "An hour's price is over",
        options: [
          { value: "paid", label: "Hours paid", hint: "Leave and sickness included." },
          {
            value: "productive",
            label: "Hours at work",
            hint: "Without leave and sickness: dearer an hour.",
          },
        ],
      },
      answers,
    ),
    radios(
      {
        name: "levy",
        label: "Apprenticeship levy",
        options: [
          { value: "yes", label: "Counted" },
          { value: "no", label: "Left out" },
        ],
      },
      answers,
    ),
    select(
      {
        name: "highCost.zone",
        label: "High-cost area",
        options: highCostZones.map((zone) => ({
          value: zone,
          label: capital(zone),
        })),
      },
      answers,
    ),
    `<div id="supplements">`,
    numberField(
      {
        name: "highCost.afc",
        label: "Its supplement under Agenda for Change",
        hint: "Pounds a year for a full-time person.",
        unit: "pounds",
      },
      answers,
    ),
    numberField(
      {
        name: "highCost.medical",
        label: "Its supplement for a doctor",
        hint: "Pounds a year for a full-time person.",
        unit: "pounds",
      },
      answers,
    ),
    `</div>`,
    numberField(
      {
        name: "shadowingHoursAWeek",
        label: "Paid hours in a week of shadowing",
        hint: conventions.shadowingHoursAWeek.reason,
        unit: "hours",
      },
      answers,
    ),
    select(
      {
        name: "shadowingPayPoint",
        label: "Pay point of IMGs while they shadow",
        options: payPointOptions(data, "As assumed, line by line"),
      },
      answers,
    ),
  ];
}

function counting(data: EstimateData, answers: Answers): readonly string[] {
  const { conventions } = data.assumptions;
  return [
    numberField(
      {
        name: "setUp.years",
        label: "Years that set-up lasts",
        hint: conventions.setUpYears.reason,
        unit: "years",
      },
      answers,
    ),
    numberField(
      {
        name: "setUp.discountRate",
        label: "Discount rate",
        hint: "What a pound in a year's time is worth less than a pound today.",
        unit: "percent a year",
      },
      answers,
    ),
    radios(
      {
        name: "setUp.timing",
        label: "The year's part of set-up falls",
        options: [
          { value: "in arrears", label: "At the end of each year" },
          { value: "in advance", label: "At the start of each year" },
        ],
      },
      answers,
    ),
    numberField(
      {
        name: "overheads",
        label: "Overheads on staff and other costs",
        hint: "Blank for none.",
        unit: "percent",
      },
      answers,
    ),
    numberField(
      {
        name: "recruited",
        label: "IMGs recruited",
        hint: "Blank when not known. It gives a cost for each of them.",
      },
      answers,
    ),
    numberField(
      {
        name: "completed",
        label: "IMGs who completed",
        hint: "Blank when not known. It gives a cost for each of them.",
      },
      answers,
    ),
    numberField(
      {
        name: "replacementCost",
        label: "Cost of replacing one doctor",
        hint: "Blank when not known. It gives the break-even: how many would have to stay.",
        unit: "pounds",
      },
      answers,
    ),
  ];
}

function assumptions(data: EstimateData, answers: Answers): readonly string[] {
  const labels = new Map<string, string>([
    ...data.components.map(({ id, label }) => [id, label] as const),
    [programmeComponent, ownStrands[programmeComponent]!],
    [imgTimeComponent, ownStrands[imgTimeComponent]!],
  ]);
  const { items } = data.assumptions;
  return [...new Set(items.map(({ component }) => component))].map((component) => {
    const label = labels.get(component) ?? component;
    const own = items.filter((item) => item.component === component);
    return `<section class="items"><h3>${escapeHtml(capital(label))}</h3>${own.map((item) => itemFields(item, answers)).join("")}</section>`;
  });
}

function itemFields(item: PlanningItem, answers: Answers): string {
  const { id, label, reason, source } = item;
  const asked = isAskedElsewhere(item) ? (["central"] as const) : levels;
  const note = isAskedElsewhere(item)
    ? `<p class="hint">It follows the paid hours in a week of shadowing, under Pay and prices. Put hours here only to use these instead.</p>`
    : "";
  return [
    `<fieldset class="item"><legend>${escapeHtml(`${capital(label)}: ${unitOf(item)}`)}</legend>`,
    `<p class="hint">${escapeHtml(`${capital(reason)}.`)} <span class="source">${escapeHtml(source)}</span></p>`,
    note,
    `<div class="levels">`,
    ...asked.map((level) =>
      numberInRow(
        { name: fieldOf.level(id, level), label: asked.length === 1 ? "Hours" : capital(level) },
        answers,
      ),
    ),
    `</div>`,
    ...asked.map((level) => errorOf({ name: fieldOf.level(id, level) })),
    item.payPoint === null ? "" : price(item, answers),
    `</fieldset>`,
  ].join("");
}

function price({ id, payPoint }: PlanningItem, answers: Answers): string {
  const point = fieldOf.payPoint(id);
  const hourly = fieldOf.poundsAnHour(id);
  return [
    `<div class="levels">`,
    `<div class="field"><label for="${idOf(point)}">Pay point</label><select id="${idOf(point)}" name="${escapeHtml(point)}" data-pay-point="${escapeHtml(payPoint ?? "")}" aria-describedby="${idOf(point)}-error"><option value="">${escapeHtml(payPoint ?? "")}</option></select></div>`,
    numberInRow({ name: hourly, label: "Or your own pounds an hour" }, answers),
    `</div>`,
    errorOf({ name: point }),
    errorOf({ name: hourly }),
  ].join("");
}

function unitOf(item: PlanningItem): string {
  const unit = item.payPoint === null ? "pounds" : "hours";
  const group = item.groupSize === null ? "" : `, for each group of up to ${item.groupSize}`;
  const weeks = item.eachShadowingWeek ? " and week of shadowing" : "";
  return `${unit} ${item.basis}${weeks}${group}`;
}

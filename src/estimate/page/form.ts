import { programmeComponent } from "../../costs/estimate/assumptions.js";
import { pricedYears } from "../../costs/estimate/check-inputs.js";
import type { EstimateData } from "../../costs/estimate/estimate-data.js";
import { escapeHtml } from "../../report/html-escape.js";
import { capital } from "./answer/figures.js";
import { fieldOf, type Answers } from "./answers.js";
import { checkbox, errorOf, idOf, numberField, radios, select } from "./controls.js";
import { fineForm } from "./fine-form.js";

/** The questions of the page, with the answers it starts with. */
export function form(data: EstimateData, answers: Answers): string {
  return [
    `<form id="form" autocomplete="off" novalidate aria-label="What the estimate is for">`,
    `<h2 id="questions">Your Trust</h2>`,
    numberField(
      {
        name: "imgs",
        label: "IMGs inducted in a year",
        hint: "International medical graduates who start in one year.",
        slider: { min: 1, max: 100, step: 1 },
      },
      answers,
    ),
    numberField(
      {
        name: "intakes",
        label: "Intakes a year",
        hint: "The groups in which they start. Teaching is given once for each group.",
        slider: { min: 1, max: 12, step: 1 },
      },
      answers,
    ),
    select(
      {
        name: "year",
        label: "Year of pay",
        hint: "Staff time is priced at the pay of this financial year.",
        options: pricedYears(data.figures).map((year) => ({ value: year, label: year })),
      },
      answers,
    ),
    radios(
      {
        name: "pension",
        label: "Employer's pension contribution",
        hint: "Ask finance which of the two your Trust counts. Nobody chooses it for you.",
        options: [
          {
            value: "paid-by-trust",
            label: "What the Trust pays itself",
            hint: "Without the part that is paid for it centrally.",
          },
          { value: "full", label: "In full", hint: "With the part that is paid for it centrally." },
        ],
      },
      answers,
    ),
    `<h2>The induction</h2>`,
    whatIsProvided(data, answers),
    numberField(
      {
        name: "shadowingWeeks",
        label: "Weeks of shadowing",
        hint: "Weeks in which each IMG works beside a colleague and is not counted in the rota.",
        unit: "weeks",
        slider: { min: 0, max: 12, step: 0.5 },
      },
      answers,
    ),
    radios(
      {
        name: "countSupernumerary",
        label: "IMGs' own pay while they shadow",
        hint: "Supernumerary pay: the IMG is paid but not yet counted in the rota.",
        options: [
          { value: "yes", label: "Counted as a cost of the induction" },
          { value: "no", label: "Left out" },
        ],
      },
      answers,
    ),
    `<h2>Whose cost, and how it is counted</h2>`,
    radios(
      {
        name: "perspective",
        label: "Whose cost",
        options: [
          {
            value: "trust-cash",
            label: "New money that the Trust pays",
            hint: "Nothing for the time of staff who are paid anyway.",
          },
          {
            value: "trust-economic",
            label: "All that the Trust pays",
            hint: "With the value of existing staff's time.",
          },
          { value: "nhs", label: "All that the NHS pays", hint: "Always with the full pension rate." },
        ],
      },
      answers,
    ),
    radios(
      {
        name: "setUp.treatment",
        label: "Set-up costs",
        hint: "What is spent once, such as writing a handbook. New money is always counted when it is spent.",
        options: [
          { value: "annuitised", label: "Spread over the years that they last" },
          { value: "written-off", label: "Counted in full in the first year" },
        ],
      },
      answers,
    ),
    fineForm(data, answers),
    `</form>`,
  ].join("");
}

/** What is provided, ticked; or what is there today, answered part by part, for the cost of closing the gaps. */
function whatIsProvided(data: EstimateData, answers: Answers): string {
  const strands = [...new Set(data.components.map(({ strand }) => strand))];
  const groups = [
    ...strands.map((strand) => ({
      strand,
      parts: data.components.filter((component) => component.strand === strand),
    })),
    {
      strand: "the whole",
      parts: [{ id: programmeComponent, strand: "the whole", label: "Running the programme as a whole" }],
    },
  ];
  const ticks = groups.map(
    ({ strand, parts }) =>
      `<fieldset class="group"><legend>${escapeHtml(capital(strand))}</legend>${parts
        .map(({ id, label }) => checkbox({ name: fieldOf.ticked(id), label }, answers))
        .join("")}</fieldset>`,
  );
  const questions = groups.map(
    ({ strand, parts }) =>
      `<div class="group"><h3>${escapeHtml(capital(strand))}</h3>${parts
        .map(({ id, label }) =>
          radios(
            {
              name: fieldOf.have(id),
              label,
              options: ["yes", "partly", "no"].map((value) => ({ value, label: capital(value) })),
            },
            answers,
          ),
        )
        .join("")}</div>`,
  );
  return [
    radios(
      {
        name: "asked",
        label: "What do you want to know?",
        options: [
          { value: "provided", label: "What an induction with the parts I tick costs" },
          { value: "gaps", label: "What closing our gaps costs", hint: "You say what is there today." },
        ],
      },
      answers,
    ),
    `<details class="parts" data-asked="provided"><summary>Parts of the induction: <span id="ticked-count"></span></summary>`,
    `<div class="field" id="${idOf("components")}" tabindex="-1">${errorOf({ name: "components" })}`,
    `<p class="buttons"><button type="button" data-tick="yes">Tick all</button> <button type="button" data-tick="no">Untick all</button></p>`,
    ...ticks,
    `</div></details>`,
    `<details class="parts" data-asked="gaps" open><summary>What is there today: <span id="answered-count"></span></summary>`,
    numberField(
      {
        name: "partlyShare",
        label: "Still to pay where the answer is partly",
        hint: data.assumptions.conventions.partlyShare.reason,
        unit: "percent of the part's cost",
      },
      answers,
    ),
    `<div class="have">`,
    ...questions,
    `</div></details>`,
  ].join("");
}

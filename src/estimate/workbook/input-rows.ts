import type { Perspective } from "../../costs/estimate/inputs.js";
import { pricedYears } from "../../costs/estimate/check-inputs.js";
import { estimateLimits } from "../../costs/estimate/check-value.js";
import { poundsYears } from "../../costs/estimate/pounds-years.js";
import type { EstimateData } from "../../costs/estimate/estimate-data.js";
import { alert } from "../../template/validation.js";
import { choice, number, optional, supplement, whole, yesNo, type InputRow } from "./input-cells.js";

/** Words that the workbook uses for choices. */
export const pensionChoices = { "paid-by-trust": "paid by the Trust", full: "in full" } as const;
export const treatmentChoices = {
  annuitised: "spread over years",
  "written-off": "in full at once",
} as const;
/** In the order in which formulas number them from 1; without commas, which part the entries of a drop-down. */
export const whoseChoices: Readonly<Record<Perspective, string>> = {
  "trust-cash": "new money of the Trust",
  "trust-economic": "all that the Trust pays",
  nhs: "all that the NHS pays",
};
const zones = ["none", "fringe", "outer London", "inner London"];

/** The rows of the sheet Inputs, in order. */
export function inputRows({ figures, assumptions }: EstimateData): readonly InputRow[] {
  const limit = estimateLimits;
  const years = pricedYears(figures);
  const rows: readonly InputRow[] = [
    whole("imgs", "IMGs inducted in a year", ({ imgs }) => imgs, 1, limit.imgs, "A whole number"),
    {
      ...whole(
        "intakes",
        "Groups in which they start",
        ({ intakes }) => intakes,
        1,
        limit.intakes,
        "Not more than the IMGs",
      ),
      fits: `IF(ISNUMBER(intakes),AND(intakes=INT(intakes),intakes>=1,intakes<=MIN(N(imgs),${limit.intakes})),FALSE)`,
      expected: "a whole number from 1, not more than the IMGs",
    },
    choice("pay_year", "Year of pay", ({ year }) => year, years, "Pay and on-costs are of this year"),
    choice(
      "pension",
      "Employer's pension contribution",
      ({ pension }) => (pension === null ? null : pensionChoices[pension]),
      Object.values(pensionChoices),
      "Paid by the Trust: what it pays itself. In full: with the part that is funded centrally",
    ),
    yesNo("levy", "Apprenticeship levy counted", ({ levy }) => levy, "0.5% of pay"),
    choice(
      "hours_basis",
      "A year's cost is divided by hours",
      ({ hours }) => hours,
      ["paid", "productive"],
      "Productive leaves out leave and sickness, so an hour costs more",
    ),
    choice(
      "whose",
      "Whose cost",
      ({ perspective }) => whoseChoices[perspective],
      Object.values(whoseChoices),
      "New money would not be spent without the induction; the others count existing staff's time too",
    ),
    yesNo(
      "imgs_pay",
      "IMGs' own pay while they shadow is counted",
      ({ countSupernumerary }) => countSupernumerary,
      "It is often the greater part",
    ),
    number(
      "weeks",
      "Weeks of shadowing",
      (one) => one.shadowingWeeks,
      0,
      limit.shadowingWeeks,
      "For each IMG",
    ),
    number(
      "week_hours",
      "Hours of shadowing in a week",
      (one) => one.shadowingHoursAWeek,
      0,
      limit.hoursAWeek,
      "For each IMG",
    ),
    {
      name: "grade",
      label: "Pay point of IMGs while they shadow",
      value: ({ shadowingPayPoint }) => shadowingPayPoint,
      note: "A code of the sheet Rates; blank keeps the assumption's",
      check: {
        type: "textLength",
        operator: "lessThan",
        formulae: [60],
        allowBlank: true,
        ...alert("a code of the sheet Rates"),
      },
      fits: `OR(grade="",COUNTIF(rate_keys,grade)=1)`,
      expected: "a code of the sheet Rates, or blank",
    },
    choice(
      "set_up",
      "Set-up costs",
      ({ setUp }) => treatmentChoices[setUp.treatment],
      Object.values(treatmentChoices),
      "New money is always counted in full at once",
    ),
    number(
      "set_up_years",
      "Years that set-up lasts",
      ({ setUp }) => setUp.years,
      1,
      limit.setUpYears,
      "Used when it is spread",
    ),
    {
      ...number(
        "discount",
        "Discount rate",
        ({ setUp }) => setUp.discountRate,
        0,
        limit.discountRate,
        "The Green Book's, unless changed",
      ),
      format: "0.0%",
    },
    choice(
      "timing",
      "A year's part is paid",
      ({ setUp }) => setUp.timing,
      ["in arrears", "in advance"],
      "At the end of each year, or at the start",
    ),
    {
      ...number(
        "overheads",
        "Overheads",
        ({ overheads }) => overheads,
        0,
        limit.overheads,
        "Percent of staff and other costs; blank for none",
      ),
      format: "0.0%",
      fits: `OR(overheads="",IF(ISNUMBER(overheads),AND(overheads>=0,overheads<=${limit.overheads}),FALSE))`,
      expected: `a percentage up to ${limit.overheads * 100}%, or blank`,
    },
    choice(
      "zone",
      "High-cost area",
      ({ highCost }) => highCost.zone,
      zones,
      "With an area, give both supplements",
    ),
    supplement("supplement_afc", "Supplement a year, Agenda for Change", ({ highCost }) => highCost.afc),
    supplement("supplement_doctors", "Supplement a year, doctors", ({ highCost }) => highCost.medical),
    {
      ...number(
        "partly",
        "Share still to pay where the answer is partly",
        (one) => one.partlyShare,
        0,
        1,
        "For the cost of closing gaps",
      ),
      format: "0%",
    },
    {
      ...optional("recruited", "IMGs recruited", (one) => one.recruited, 1, limit.imgs, "Blank if not known"),
      fits: `OR(recruited="",IF(ISNUMBER(recruited),AND(recruited=INT(recruited),recruited>=N(imgs),recruited<=${limit.imgs}),FALSE))`,
      expected: "a whole number, not fewer than the IMGs inducted, or blank",
    },
    {
      ...optional(
        "completed",
        "IMGs who completed it",
        (one) => one.completed,
        1,
        limit.imgs,
        "Blank if not known",
      ),
      fits: `OR(completed="",IF(ISNUMBER(completed),AND(completed=INT(completed),completed>=1,completed<=N(imgs)),FALSE))`,
      expected: "a whole number, not more than the IMGs inducted, or blank",
    },
    {
      ...optional(
        "replacement",
        "Cost of replacing a doctor, in pounds",
        (one) => one.replacementCost,
        1,
        limit.replacementCost,
        "Blank if not known; shows how many would have to stay",
      ),
      format: "#,##0",
    },
  ];
  const ofPounds = `; amounts in pounds are at ${poundsYears(assumptions, assumptions.items).words}`;
  return rows.map((row) => (row.name === "pay_year" ? { ...row, note: row.note + ofPounds } : row));
}

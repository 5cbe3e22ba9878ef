import { columnLetters } from "../../core/table.js";
import { payTables, type PayPoint } from "../../costs/figures.js";
import { figureOn, type Terms } from "../../costs/terms.js";
import type { Workbook } from "../../ingest/workbook.js";
import { columnOf, drawEstimateSheet, firstRow } from "./draw-sheet.js";
import { live, type SheetValue } from "./live-cell.js";
import type { WorkbookPlan } from "./workbook-plan.js";

/** Employer on-costs and hours in a year, one column for each span of days on which none of them changed. */
export async function drawOnCosts(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { terms, names, banner, inputs } = plan;
  const last = columnLetters(terms.length);
  const days = (year: string) =>
    terms.reduce((sum, { term }) => sum + (term.year === year ? term.days : 0), 0);
  const rows: readonly (readonly [name: string, label: string, of: (index: number) => SheetValue])[] = [
    ["term_year", "Financial year", (index) => terms[index]!.term.year],
    ["term_from", "First day", (index) => terms[index]!.term.from],
    ["term_to", "Last day", (index) => terms[index]!.term.to],
    ["term_days", "Days", (index) => terms[index]!.term.days],
    [
      "term_ni",
      "Employer National Insurance: part of pay above the threshold",
      (index) => terms[index]!.term.insuranceRate.value,
    ],
    [
      "term_threshold",
      "National Insurance threshold, pounds a year",
      (index) => terms[index]!.term.insuranceThreshold.value,
    ],
    ["term_pension", "Pension paid by the Trust: part of pay", (index) => terms[index]!.term.pension.value],
    ["term_pension_full", "Pension in full: part of pay", (index) => terms[index]!.fullPension],
    ["term_levy", "Apprenticeship levy: part of pay", (index) => terms[index]!.term.levy?.value ?? 0],
    [
      "term_paid_afc",
      "Hours paid in a year, Agenda for Change",
      (index) => terms[index]!.term.paidHours.afc.value,
    ],
    [
      "term_paid_medical",
      "Hours paid in a year, doctors",
      (index) => terms[index]!.term.paidHours.medical.value,
    ],
    [
      "term_productive_afc",
      "Hours at work in a year, Agenda for Change",
      (index) => terms[index]!.term.hours.afc.value,
    ],
    [
      "term_productive_medical",
      "Hours at work in a year, doctors",
      (index) => terms[index]!.term.hours.medical.value,
    ],
    [
      "term_share",
      "Part of the chosen year",
      (index) => {
        const letter = columnLetters(index + 1);
        const { year, days: length } = terms[index]!.term;
        return live(
          `IF(${letter}${firstRow}=pay_year,${letter}${firstRow + 3}/SUMIF(term_year,pay_year,term_days),0)`,
          year === inputs.year ? length / days(year) : 0,
        );
      },
    ],
  ];
  rows.forEach(([name], index) =>
    names.give(name, `'On-costs'!$B$${firstRow + index}:$${last}$${firstRow + index}`),
  );
  await drawEstimateSheet(workbook, {
    name: "On-costs",
    title: "Employer on-costs and hours",
    hint: "What an employer pays on top of pay. Each figure's source is on the sheet Sources. 2022/23 has two spans.",
    banner,
    columns: [
      { heading: "What", width: 58 },
      ...terms.map(({ term }) => ({ heading: `From ${term.from}`, width: 14, number: true })),
    ],
    rows: rows.map(([, label, of]) => [label, ...terms.map((_, index) => of(index))]),
    fixedColumns: 1,
  });
}

/** Basic pay of every pay point, one column for each span of days. */
export async function drawPay(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { terms, payPoints, data, banner } = plan;
  const payOn = ({ key, staff }: PayPoint, { year, from }: Terms) =>
    figureOn(data.figures, { table: payTables[staff], key, year }, from)?.figure.value ?? null;
  await drawEstimateSheet(workbook, {
    name: "Pay",
    title: "Basic pay, pounds a year, full time",
    hint: "A blank cell: no figure ships for that year. Each figure's source is on the sheet Sources.",
    banner,
    columns: [
      { heading: "Pay point", width: 30 },
      { heading: "What it is", width: 52 },
      ...terms.map(({ term }) => ({
        heading: `From ${term.from}`,
        width: 14,
        number: true,
        format: "#,##0",
      })),
    ],
    rows: payPoints.map((point) => [point.key, point.label, ...terms.map(({ term }) => payOn(point, term))]),
    fixedColumns: 1,
  });
}

/** The cost of an hour of every pay point in the chosen year, part by part, by formula. */
export async function drawRates(workbook: Workbook, plan: WorkbookPlan): Promise<void> {
  const { terms, payPoints, names, banner, cards, inputs } = plan;
  const last = columnLetters(terms.length + 1);
  const columns = [
    "Pay point",
    "What it is",
    "Staff",
    "Priced",
    "Supplement",
    "Pay with supplement",
    "National Insurance",
    "Pension",
    "Pension in full",
    "Levy",
    "Hours",
    "Hours paid",
    "Pounds an hour",
    "Pounds an hour, hours paid",
    "Pounds an hour, full pension",
    "Pounds an hour, full pension, hours paid",
  ];
  const at = (heading: string) => columnLetters(columns.indexOf(heading));
  const rows = payPoints.map(({ key, label, staff }, index): readonly SheetValue[] => {
    const row = firstRow + index;
    const pay = `Pay!$C$${row}:$${last}$${row}`;
    const supplement = `$${at("Supplement")}${row}`;
    const cell = (heading: string) => `${at(heading)}${row}`;
    const rate = cards.chosen.rates[key];
    const parts = rate?.parts;
    const added = (staff === "afc" ? inputs.highCost.afc : inputs.highCost.medical) ?? 0;
    const hourly = (pension: string, hours: string, card: keyof WorkbookPlan["cards"]) =>
      live(
        `IF(${cell("Priced")}=0,0,(${cell("Pay with supplement")}+${cell("National Insurance")}+${cell(pension)}+${cell("Levy")})/${cell(hours)})`,
        cards[card].rates[key]?.hourly ?? 0,
      );
    return [
      key,
      label,
      staff === "afc" ? "Agenda for Change" : "doctor",
      live(`IF(SUMPRODUCT((term_share>0)*(${pay}=""))>0,0,1)`, rate ? 1 : 0),
      live(
        `IF(${cell("Priced")}=0,0,N(${staff === "afc" ? "supplement_afc" : "supplement_doctors"}))`,
        rate ? added : 0,
      ),
      live(`SUMPRODUCT(term_share*${pay})+${supplement}`, parts?.pay.value ?? 0),
      live(
        `SUMPRODUCT(term_share*term_ni*(${pay}+${supplement}>term_threshold)*(${pay}+${supplement}-term_threshold))`,
        parts?.nationalInsurance.value ?? 0,
      ),
      live(
        `SUMPRODUCT(term_share*IF(pension="in full",term_pension_full,term_pension)*(${pay}+${supplement}))`,
        parts?.pension.value ?? 0,
      ),
      live(
        `SUMPRODUCT(term_share*term_pension_full*(${pay}+${supplement}))`,
        cards.full.rates[key]?.parts.pension.value ?? 0,
      ),
      live(
        `IF(levy="yes",SUMPRODUCT(term_share*term_levy*(${pay}+${supplement})),0)`,
        parts?.levy.value ?? 0,
      ),
      live(
        `IF(hours_basis="paid",SUMPRODUCT(term_share*term_paid_${staff}),SUMPRODUCT(term_share*term_productive_${staff}))`,
        parts?.hours.value ?? 0,
      ),
      live(`SUMPRODUCT(term_share*term_paid_${staff})`, cards.chosenPaid.rates[key]?.parts.hours.value ?? 0),
      hourly("Pension", "Hours", "chosen"),
      hourly("Pension", "Hours paid", "chosenPaid"),
      hourly("Pension in full", "Hours", "full"),
      hourly("Pension in full", "Hours paid", "fullPaid"),
    ];
  });
  const range = (heading: string) => columnOf("Rates", columns.indexOf(heading), rows.length);
  names.give("rate_keys", range("Pay point"));
  names.give("rate_priced", range("Priced"));
  names.give("rate_hour", range("Pounds an hour"));
  names.give("rate_hour_paid", range("Pounds an hour, hours paid"));
  names.give("rate_hour_full", range("Pounds an hour, full pension"));
  names.give("rate_hour_full_paid", range("Pounds an hour, full pension, hours paid"));
  await drawEstimateSheet(workbook, {
    name: "Rates",
    title: "What an hour costs",
    hint: "For the year, pension, levy, hours and high-cost area of the sheet Inputs. Pounds a year, then pounds an hour; 0 where no pay ships.",
    banner,
    columns: columns.map((heading, index) => ({
      heading,
      width: [30, 46, 19, 9][index] ?? 14,
      ...(index > 2 ? { number: true, format: index === 3 ? "0" : "#,##0.00" } : {}),
    })),
    rows,
    fixedColumns: 1,
    pagesAcross: 2,
  });
}

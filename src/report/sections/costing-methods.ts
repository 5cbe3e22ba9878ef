import type { Study } from "../../study/study.js";
import { sayCostPeriods } from "../cost-periods.js";
import type { Block, Inline } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { bullets, link, paragraph, say } from "../say.js";
import { isCosted } from "../study-scope.js";

/** The costing conventions that the study declares; nothing when no Trust returned costs. */
export function costingMethods(input: ReportInput): readonly Block[] {
  const { study, rates, released } = input;
  if (!isCosted(study)) return [];
  const { costing } = study;
  const periods = sayCostPeriods(input);
  const reference = released.results.find((result) => result.subject.measure === "cost")?.reference;
  return [
    ...paragraph(
      say`${study.trusts.length > 1 ? "Each" : "The"} Trust returned staff time, other costs, and the paid time in which IMGs were supernumerary.`,
      say`A cost may be recorded or estimated; the return says which.`,
    ),
    ...bullets([
      say`Whose cost: the Trust's, as employer. No discounting is applied.`,
      periods === "" ? [] : say`Days covered by the returns: ${periods}.`,
      say`Prices: ${costing.price_year}, in pounds. An hour is a year's pay and the employer's on-costs over ${hours[costing.hours]}.`,
      say`On-costs: employer's National Insurance, ${pension[costing.pension]}${costing.apprenticeship_levy ? ", and the apprenticeship levy" : ""}.`,
      supernumerary,
      say`Per IMG: over those recruited, inducted or completed. The headline is per IMG ${costing.headline}.`,
      say`One-off work is called set-up and repeated work running. Set-up is spread over the cohort of the period.`,
      reference === undefined ? [] : say`Method: ${reference}.`,
      rates.length === 0
        ? []
        : say`Every unit cost, with its year and source, is in the ${link("appendix on unit costs", "#unit-costs")}.`,
    ]),
  ];
}

const hours: Readonly<Record<Study["costing"]["hours"], string>> = {
  paid: "the hours paid",
  productive: "the hours worked, without leave and sickness",
};

const pension: Readonly<Record<Study["costing"]["pension"], string>> = {
  "paid-by-trust": "pension at the rate that the Trust itself pays",
  full: "pension at the full employer rate, including the part paid centrally",
};

const supernumerary: readonly Inline[] = say`IMGs' own pay while supernumerary: figures are given with and without it, because readers may count it or not.`;

import { writeDate, writeSpan } from "../../charts/wording.js";
import { formatNumber } from "../../core/format.js";
import type { PublicStudy } from "../../study/public-study.js";
import { sayCostPeriods } from "../cost-periods.js";
import type { Block, Inline } from "../document.js";
import { headlinePension } from "../headline-pension.js";
import type { ReportInput } from "../report-input.js";
import { perspectiveNames } from "./cost-perspectives.js";
import { bullets, link, paragraph, say } from "../say.js";
import { saySignOff } from "../sign-off.js";
import { isCosted } from "../study-scope.js";
import { costLimits, daysFrom } from "../../validate/cost-limits.js";

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
      say`Whose money the headline counts: ${perspectiveNames[costing.perspective]}. The other views stand beside it.`,
      ...tellSetUp(input),
      periods === "" ? [] : say`Days covered by the returns: ${periods}.`,
      ...tellShorter(input),
      say`Prices: ${costing.price_year}, in pounds. ${pricesOfHours[costing.prices]}`,
      say`An hour is a year's pay and the employer's on-costs over ${hours[costing.hours]}. A rate that changed within a year counts by its days.`,
      say`On-costs: employer's National Insurance, ${pension[headlinePension(costing)]}${costing.apprenticeship_levy ? ", and the apprenticeship levy" : ""}.`,
      tellOtherPension(costing),
      supernumerary,
      say`Per IMG: over those recruited, inducted or completed. The headline is per IMG ${costing.headline}.`,
      say`A line counts by its share for IMGs. Time of IMGs counts without the part spent on clinical work.`,
      ...tellRates(input),
      costing.price_index === undefined
        ? []
        : say`Amounts other than pay given at another year's prices were brought to ${costing.price_year} by ${costing.price_index.title}, ${costing.price_index.edition}.`,
      ...saySignOff(rates),
      say`Left out: the induction that every new doctor has, recruitment, visas and travel to the United Kingdom, unless a return counts them.`,
      reference === undefined ? [] : say`Method: ${reference}.`,
      rates.length === 0
        ? []
        : say`Every unit cost, with its year and source, is in the ${link("appendix on unit costs", "#unit-costs")}.`,
    ]),
  ];
}

/** Costs of fewer days than the study's period, over IMGs of which the report cannot tell when they began. */
function tellShorter({ study, costPeriods }: ReportInput): readonly (readonly Inline[])[] {
  const whole = daysFrom(study.period.from, study.period.to);
  const isShort = costPeriods.some(
    ({ from, to }) => daysFrom(from, to) < whole * (1 - costLimits.shorterShare),
  );
  if (!isShort) return [];
  return [
    say`The study runs for ${writeSpan(study.period)}. The cost per IMG holds for IMGs of the intakes that the returns cover.`,
    say`It is too low if IMGs were counted who began on other days.`,
  ];
}

const pricesOfHours: Readonly<Record<PublicStudy["costing"]["prices"], string>> = {
  "price-year": "Hours are priced at the pay of that year, whenever they were worked; they are not inflated.",
  "when-worked":
    "Hours are priced at the pay of the days that each return covers, other amounts as the return gives them.",
};

const hours: Readonly<Record<PublicStudy["costing"]["hours"], string>> = {
  paid: "the hours paid",
  productive: "the hours worked, without leave and sickness",
};

const pension: Readonly<Record<PublicStudy["costing"]["pension"], string>> = {
  "paid-by-trust": "pension at the rate that the Trust itself pays",
  full: "pension at the full employer rate, including the part paid centrally",
};

/** Views beside the headline that count another pension rate than it does. */
function tellOtherPension({ perspective, pension }: PublicStudy["costing"]): readonly Inline[] {
  if (pension === "full") return [];
  return perspective === "nhs"
    ? say`Views of the Trust's own money count the pension rate that the Trust itself pays.`
    : say`The view of the NHS as a whole counts the full pension rate, with the part paid centrally.`;
}

const supernumerary: readonly Inline[] = say`IMGs' own pay while supernumerary: figures are given with and without it, because readers may count it or not.`;

/** What is done with set-up, with rate and years; always told, because a study that says nothing has it written off. */
function tellSetUp({ costFacts }: ReportInput): readonly (readonly Inline[])[] {
  if (costFacts === null) return [];
  const { setUp, coversYear } = costFacts;
  if (setUp.treatment === "written-off")
    return [
      say`One-off work is called set-up and repeated work running. Set-up is written off: all of it counts in the days in which it was spent. No discounting is applied.`,
    ];
  const years = setUp.years === 1 ? "1 year" : `${String(setUp.years)} years`;
  const rate = `${formatNumber(setUp.rate * 100, 1)}%`;
  const from = setUp.rateFrom
    ? `the standard rate of the Green Book, in force from ${writeDate(setUp.rateFrom.from)}`
    : "as the study declares";
  return [
    say`One-off work is called set-up and repeated work running. Set-up counts as the same sum in each year of its life (equivalent annual cost).`,
    say`The life is ${years} where a return does not give its own. Discount rate: ${rate} a year, ${from}. The sum falls at the ${setUp.timing === "in advance" ? "start" : "end"} of a year.`,
    coversYear ? [] : say`Returns that do not cover a year count that sum by the days they cover.`,
    say`New money is never spread over years.`,
  ];
}

/** Own rates and high-cost areas, by number of Trusts: which Trust it is may tell where it is. */
function tellRates({ study, costFacts }: ReportInput): readonly (readonly Inline[])[] {
  if (costFacts === null) return [];
  const { ownRateTrusts, highCostTrusts } = costFacts;
  const of = (count: number) =>
    study.trusts.length === 1
      ? "The Trust"
      : `${formatNumber(count)} of ${formatNumber(study.trusts.length)} Trusts`;
  return [
    ownRateTrusts === 0
      ? say`No Trust's own pay rates were used in place of the published ones.`
      : say`${of(ownRateTrusts)} gave own pay rates, used in place of the published ones; on-costs are counted once.`,
    highCostTrusts === 0
      ? say`No Trust declared a high-cost area.`
      : say`${of(highCostTrusts)} declared a high-cost area: the supplement is in its pay, with on-costs.`,
  ];
}

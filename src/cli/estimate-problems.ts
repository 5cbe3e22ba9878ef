import { checkInputs } from "../costs/estimate/check-inputs.js";
import { estimateLimits, type InputIssue } from "../costs/estimate/check-value.js";
import type { EstimateData } from "../costs/estimate/estimate-data.js";
import type { SelfAssessmentAnswer } from "../costs/estimate/inputs.js";
import { readFlags, type EstimateFlags } from "./estimate-flags.js";

const flags: Readonly<Record<string, string>> = {
  imgs: "--imgs",
  intakes: "--intakes",
  year: "--year",
  pension: "--pension",
  hours: "--hours",
  perspective: "--perspective",
  components: "--components",
  selfAssessment: "--have or --self-assessment",
  partlyShare: "--partly-share",
  shadowingWeeks: "--shadowing-weeks",
  shadowingHoursAWeek: "--shadowing-hours",
  shadowingPayPoint: "--shadowing-pay-point",
  "setUp.treatment": "--set-up",
  "setUp.years": "--set-up-years",
  "setUp.discountRate": "--discount-rate",
  "setUp.timing": "--in-advance",
  overheads: "--overheads",
  "highCost.zone": "--high-cost-area",
  "highCost.afc": "--supplement-afc",
  "highCost.medical": "--supplement-doctors",
  overrides: "--set",
  recruited: "--recruited",
  completed: "--completed",
  replacementCost: "--replacement-cost",
};

/**
 * A flag as a person types it.
 *
 * @example flagNamed("shadowingWeeks") // => "--shadowing-weeks"
 */
export function flagNamed(name: keyof EstimateFlags): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * What will not do in the flags that were typed, before anything is asked: a question cannot mend them. What is left out
 * is not looked at, since it is asked for.
 */
export function problemsOfGiven(
  given: EstimateFlags,
  data: EstimateData,
  assessment: Readonly<Record<string, SelfAssessmentAnswer>> | null,
): readonly string[] {
  const most = String(estimateLimits.imgs);
  const { inputs, problems } = readFlags({ ...given, imgs: given.imgs ?? most }, data, assessment);
  const typed = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : flagNamed(name as keyof EstimateFlags),
  );
  const issues = checkInputs(inputs, data).filter(({ field }) =>
    flagOf(field)
      .split(" or ")
      .some((flag) => typed.includes(flag)),
  );
  return [...problems, ...issues.map(printInputIssue)];
}

/** An input that will not do, in a line: the flag, what was expected and found, and what to do. */
export function printInputIssue(issue: InputIssue): string {
  return `${flagOf(issue.field)}: ${issue.label}: expected ${issue.expected}, found ${issue.found}\n    fix: ${issue.fix}`;
}

function flagOf(field: string): string {
  return flags[field] ?? flags[field.split(".")[0]!] ?? field;
}

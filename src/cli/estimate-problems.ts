import type { InputIssue } from "../costs/estimate/check-value.js";

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

/** An input that will not do, in a line: the flag, what was expected and found, and what to do. */
export function printInputIssue(issue: InputIssue): string {
  const flag = flags[issue.field] ?? flags[issue.field.split(".")[0]!] ?? issue.field;
  return `${flag}: ${issue.label}: expected ${issue.expected}, found ${issue.found}\n    fix: ${issue.fix}`;
}

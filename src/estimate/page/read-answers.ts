import {
  exactly,
  imgTimeComponent,
  levels,
  overLevels,
  programmeComponent,
  type PlanningItem,
  type Range,
} from "../../costs/estimate/assumptions.js";
import { checkInputs } from "../../costs/estimate/check-inputs.js";
import { estimateLimits, number, type InputIssue } from "../../costs/estimate/check-value.js";
import type { EstimateData } from "../../costs/estimate/estimate-data.js";
import type { EstimateInputs, Override, SelfAssessmentAnswer } from "../../costs/estimate/inputs.js";
import { fieldOf, percentages, showNumber, type Answers, type Choices } from "./answers.js";

/** What a form asks, with all that is wrong in it: nothing may be worked out while there are issues. */
export interface ReadAnswers extends Choices {
  /** The assumptions with the levels that the form changed. */
  readonly data: EstimateData;
  readonly issues: readonly InputIssue[];
}

/**
 * Read a form. A number that cannot be read is told with what stands there; all that `checkInputs` finds is told too, under
 * the name of its field in the form.
 */
export function readAnswers(answers: Answers, data: EstimateData): ReadAnswers {
  const inputs = readInputs(answers, data);
  const ranges = readRanges(answers, data);
  const changed = withRanges(data, ranges);
  const issues = [...checkInputs(inputs, changed), ...rangeIssues(data, ranges)];
  return {
    inputs,
    ranges,
    data: changed,
    issues: foldUnanswered(issues.map((issue) => asWritten(issue, answers))),
  };
}

/** A number as a person types it, with commas in thousands, a pound or a percent sign; not a number for anything else. */
export function readTyped(text: string): number {
  const bare = text.trim().replace(/^£\s*/, "").replace(/\s*%$/, "");
  return /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(",", "")) : Number.NaN;
}

/** The assumptions with some items' levels changed. */
export function withRanges(data: EstimateData, ranges: Choices["ranges"]): EstimateData {
  if (Object.keys(ranges).length === 0) return data;
  const items = data.assumptions.items.map((item) => {
    const amount = ranges[item.id];
    return amount ? { ...item, amount, source: "changed on this page" } : item;
  });
  return { ...data, assumptions: { ...data.assumptions, items } };
}

/** Whether the range of an item is asked elsewhere: hours of a week of shadowing have a field of their own. */
export function isAskedElsewhere(item: PlanningItem): boolean {
  return item.component === imgTimeComponent && item.eachShadowingWeek;
}

function readInputs(answers: Answers, data: EstimateData): EstimateInputs {
  const text = (field: string) => answers.get(field) ?? "";
  const is = (field: string) => text(field) === "yes";
  const typed = (field: string) =>
    percentages.includes(field) ? readTyped(text(field)) / 100 : readTyped(text(field));
  const optional = (field: string) => (text(field).trim() === "" ? null : typed(field));
  const known = [...data.components.map(({ id }) => id), programmeComponent];
  const aboutGaps = text("asked") === "gaps";
  const zone = text("highCost.zone") as EstimateInputs["highCost"]["zone"];
  return {
    imgs: typed("imgs"),
    intakes: typed("intakes"),
    year: text("year"),
    pension: (text("pension") || null) as EstimateInputs["pension"],
    levy: is("levy"),
    hours: text("hours") as EstimateInputs["hours"],
    perspective: text("perspective") as EstimateInputs["perspective"],
    components: known.filter((id) => aboutGaps || is(fieldOf.ticked(id))),
    selfAssessment: aboutGaps
      ? Object.fromEntries(
          known.flatMap((id) => {
            const answer = text(fieldOf.have(id)) as SelfAssessmentAnswer | "";
            return answer === "" ? [] : [[id, answer]];
          }),
        )
      : null,
    partlyShare: typed("partlyShare"),
    shadowingWeeks: typed("shadowingWeeks"),
    shadowingHoursAWeek: typed("shadowingHoursAWeek"),
    shadowingPayPoint: text("shadowingPayPoint") || null,
    countSupernumerary: is("countSupernumerary"),
    setUp: {
      treatment: text("setUp.treatment") as EstimateInputs["setUp"]["treatment"],
      years: typed("setUp.years"),
      discountRate: typed("setUp.discountRate"),
      timing: text("setUp.timing") as EstimateInputs["setUp"]["timing"],
    },
    overheads: optional("overheads"),
    highCost: {
      zone,
      afc: zone === "none" ? null : optional("highCost.afc"),
      medical: zone === "none" ? null : optional("highCost.medical"),
    },
    overrides: readOverrides(answers, data),
    recruited: optional("recruited"),
    completed: optional("completed"),
    replacementCost: optional("replacementCost"),
  };
}

/** Levels of an item as typed; null where they are the assumption's own. */
function readRange(answers: Answers, item: PlanningItem): Range | null {
  const text = (level: string) => answers.get(fieldOf.level(item.id, level)) ?? "";
  if (isAskedElsewhere(item))
    return text("central").trim() === "" ? null : exactly(readTyped(text("central")));
  const isChanged = levels.some((level) => text(level).trim() !== showNumber(item.amount[level]));
  return isChanged ? overLevels((level) => readTyped(text(level))) : null;
}

/** One amount at all levels is the Trust's own figure; another change of levels is a change of the assumption. */
function readOverrides(answers: Answers, data: EstimateData): EstimateInputs["overrides"] {
  return Object.fromEntries(
    data.assumptions.items.flatMap((item) => {
      const range = readRange(answers, item);
      const payPoint = answers.get(fieldOf.payPoint(item.id)) ?? "";
      const hourly = (answers.get(fieldOf.poundsAnHour(item.id)) ?? "").trim();
      const own: Override = {
        ...(range && isOne(range) ? { amount: range.central } : {}),
        ...(payPoint === "" ? {} : { payPoint }),
        ...(hourly === "" ? {} : { poundsAnHour: readTyped(hourly) }),
      };
      return Object.keys(own).length === 0 ? [] : [[item.id, own]];
    }),
  );
}

function readRanges(answers: Answers, data: EstimateData): Choices["ranges"] {
  return Object.fromEntries(
    data.assumptions.items.flatMap((item) => {
      const range = readRange(answers, item);
      return range && !isOne(range) ? [[item.id, range]] : [];
    }),
  );
}

function isOne({ low, central, high }: Range): boolean {
  return Object.is(low, central) && Object.is(central, high);
}

function rangeIssues(data: EstimateData, ranges: Choices["ranges"]): readonly InputIssue[] {
  return data.assumptions.items.flatMap((item): readonly InputIssue[] => {
    const range = ranges[item.id];
    if (!range) return [];
    const unit = item.payPoint === null ? "pounds" : "hours";
    const most = item.payPoint === null ? estimateLimits.pounds : estimateLimits.hours;
    const wrong = levels.flatMap((level) =>
      number(
        fieldOf.level(item.id, level),
        `${item.label}: ${unit}, ${level}`,
        range[level],
        0,
        most,
        `give the ${unit} ${item.basis}`,
      ),
    );
    if (wrong.length > 0 || (range.low <= range.central && range.central <= range.high)) return wrong;
    return [
      {
        field: fieldOf.level(item.id, "central"),
        label: `${item.label}: ${unit}`,
        expected: "low, central and high in ascending order",
        found: levels.map((level) => showNumber(range[level])).join(", "),
        fix: "put the smallest under low and the largest under high",
      },
    ];
  });
}

/** Parts without an answer are told in one line that leads to the first: a form just begun lacks them all. */
function foldUnanswered(issues: readonly InputIssue[]): readonly InputIssue[] {
  const isUnanswered = ({ field, found }: InputIssue) =>
    field.startsWith("selfAssessment.") && found === "no answer";
  const [first, ...more] = issues.filter(isUnanswered);
  if (!first || more.length === 0) return issues;
  return [
    ...issues.filter((issue) => !isUnanswered(issue)),
    {
      field: first.field,
      label: "what is there today",
      expected: "yes, partly or no for each part",
      found: `no answer for ${more.length + 1} parts`,
      fix: "answer for each, so that no gap is missed",
    },
  ];
}

/** An issue under the name of its field in the form, with what a person typed there. */
function asWritten(issue: InputIssue, answers: Answers): InputIssue {
  const field = fieldInForm(issue, answers);
  const typed = answers.get(field)?.trim();
  if (issue.found !== "not a number" || typed === undefined) return { ...issue, field };
  return { ...issue, field, found: typed === "" ? "nothing" : `"${typed}"` };
}

function fieldInForm({ field, label }: InputIssue, answers: Answers): string {
  if (!field.startsWith("overrides.")) return field;
  const id = field.slice("overrides.".length);
  if (label.endsWith("pay point")) return fieldOf.payPoint(id);
  if (label.endsWith("pounds an hour")) return fieldOf.poundsAnHour(id);
  return answers.has(fieldOf.level(id, "central")) ? fieldOf.level(id, "central") : field;
}

import { levels, programmeComponent } from "../../costs/estimate/assumptions.js";
import type { EstimateData } from "../../costs/estimate/estimate-data.js";
import { fieldOf, showNumber, type Answers, type Choices } from "./answers.js";
import { isAskedElsewhere } from "./read-answers.js";

/** The answers that a form would hold for some choices: what `readAnswers` reads back. */
export function writeAnswers({ inputs, ranges }: Choices, data: EstimateData): Answers {
  const { setUp, highCost, selfAssessment } = inputs;
  const maybe = (value: number | null) => (value === null ? "" : showNumber(value));
  const percent = (value: number) => showNumber(value * 100);
  const known = [...data.components.map(({ id }) => id), programmeComponent];
  return new Map<string, string>([
    ["imgs", showNumber(inputs.imgs)],
    ["intakes", showNumber(inputs.intakes)],
    ["year", inputs.year],
    ["pension", inputs.pension ?? ""],
    ["perspective", inputs.perspective],
    ["asked", selfAssessment === null ? "provided" : "gaps"],
    ...known.map((id) => [fieldOf.ticked(id), yesNo(inputs.components.includes(id))] as const),
    ...known.map((id) => [fieldOf.have(id), selfAssessment?.[id] ?? ""] as const),
    ["partlyShare", percent(inputs.partlyShare)],
    ["shadowingWeeks", showNumber(inputs.shadowingWeeks)],
    ["shadowingHoursAWeek", showNumber(inputs.shadowingHoursAWeek)],
    ["shadowingPayPoint", inputs.shadowingPayPoint ?? ""],
    ["countSupernumerary", yesNo(inputs.countSupernumerary)],
    ["setUp.treatment", setUp.treatment],
    ["setUp.years", showNumber(setUp.years)],
    ["setUp.discountRate", percent(setUp.discountRate)],
    ["setUp.timing", setUp.timing],
    ["hours", inputs.hours],
    ["levy", yesNo(inputs.levy)],
    ["overheads", inputs.overheads === null ? "" : percent(inputs.overheads)],
    ["highCost.zone", highCost.zone],
    ["highCost.afc", maybe(highCost.afc)],
    ["highCost.medical", maybe(highCost.medical)],
    ["recruited", maybe(inputs.recruited)],
    ["completed", maybe(inputs.completed)],
    ["replacementCost", maybe(inputs.replacementCost)],
    ...data.assumptions.items.flatMap((item) => {
      const own = inputs.overrides[item.id] ?? {};
      const range = ranges[item.id] ?? item.amount;
      return [
        ...(isAskedElsewhere(item)
          ? [[fieldOf.level(item.id, "central"), maybe(own.amount ?? null)] as const]
          : levels.map(
              (level) => [fieldOf.level(item.id, level), showNumber(own.amount ?? range[level])] as const,
            )),
        ...(item.payPoint === null
          ? []
          : [
              [fieldOf.payPoint(item.id), own.payPoint ?? ""] as const,
              [fieldOf.poundsAnHour(item.id), maybe(own.poundsAnHour ?? null)] as const,
            ]),
      ];
    }),
  ]);
}

function yesNo(answer: boolean): string {
  return answer ? "yes" : "no";
}

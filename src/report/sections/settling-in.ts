import { wholeStudy } from "../../charts/shown-slices.js";
import { slug } from "../../core/result.js";
import { findEstimate } from "../../disclosure/released.js";
import { itemsOf, variablesOf } from "../../study/study.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { Block, Inline } from "../document.js";
import {
  extremeOf,
  ofThoseShown,
  onlyOneOf,
  sayOnlyOne,
  supportOf,
  tell,
  tellNoneShown,
  valueOf,
} from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say, under } from "../say.js";
import { bandsTable } from "../tables/bands-table.js";
import { measureTable } from "../tables/measure-table.js";
import { trustTable } from "../tables/trust-table.js";
import { itemsByTrust } from "./items-by-trust.js";
import { scaleResults } from "./scale-results.js";
import { figures } from "./section.js";
import type { ReportSection } from "./section.js";

/** The settling-in scale and its items, practical set-up, days to milestones, and who helped. */
export const settlingIn: ReportSection = {
  id: "settling-in",
  heading: "Settling in",
  blocks: (input) => [
    ...scaleResults(input, "settling-in"),
    ...figures(input, "change-by-trust"),
    ...under("settling-in-items", "Answers to each question", itemBlocks(input)),
    ...under("settling-in-setup", "Practical set-up", [...paragraph(tellSetup(input)), ...setupTable(input)]),
    ...under("settling-in-milestones", "Days until things were in place", milestoneBlocks(input)),
    ...under("settling-in-help", "Who helped", choicesTables(input)),
  ],
};

/** The median days to a milestone, over all Trusts: the day by which half had got there. */
export function tellMilestone(input: ReportInput, variable: PublicVariable): readonly Inline[] {
  return tell(
    input,
    medianId(input, variable),
    `The day by which half of the doctors had reached "${variable.label}"`,
    (result) =>
      result.estimate === 0
        ? say`${variable.label}: half of the doctors had this on day ${valueOf(result)}, the first day ${supportOf(result)}.`
        : say`${variable.label}: half of the doctors had this by day ${valueOf(result)} after the start ${supportOf(result)}.`,
  );
}

function medianId({ study }: ReportInput, variable: PublicVariable): string {
  return `milestone/${slug(variable.name)}/median/${wholeStudy(study).slug}`;
}

function itemBlocks(input: ReportInput): readonly Block[] {
  const scales = input.study.scales.filter((scale) => scale.aim === "settling-in");
  const drawn = figures(input, "settling-in-items");
  const items = scales.flatMap((scale) => itemsOf(input.study, scale.id));
  const pooled =
    drawn.length > 0
      ? []
      : bandsTable(input, "item", items, { id: "settling-in-answers", caption: "Answers to each question" });
  return [...drawn, ...pooled, ...scales.flatMap((scale) => itemsByTrust(input, scale))];
}

function tellSetup(input: ReportInput): readonly Inline[] {
  const asked = variablesOf(input.study, "setup");
  const ids = asked.map((variable) => setupId(variable, wholeStudy(input.study).slug));
  const only = onlyOneOf(input, ids);
  const least = only ?? extremeOf(input, ids, "lowest");
  if (least === null) return [];
  const label = asked.find((variable) => variable.name === least.subject.item)?.label ?? "";
  if (only !== null)
    return say`${sayOnlyOne(input, ids)}"${label}": in place for ${valueOf(only)} of IMGs ${supportOf(only)}.`;
  const among = ofThoseShown(input, ids);
  return say`${among}${among === "" ? "In" : "in"} place least often was "${label}": ${valueOf(least)} of IMGs ${supportOf(least)}.`;
}

function setupId(variable: PublicVariable, slice: string): string {
  return `setup/${slug(variable.name)}/${variable.waves.at(-1) ?? ""}/done/${slice}`;
}

function setupTable(input: ReportInput): readonly Block[] {
  const asked = variablesOf(input.study, "setup");
  const wave = asked[0]?.waves.at(-1);
  return trustTable(input, {
    id: "practical-set-up",
    caption: "Practical matters in place",
    description: "Share of IMGs who had it when asked, of those to whom it applied.",
    headings: ["Practical matter"],
    lines: asked.map((variable) => ({
      label: variable.label,
      id: (slice: string) => setupId(variable, slice),
    })),
    ...(wave === undefined ? {} : { wave }),
  });
}

function milestoneBlocks(input: ReportInput): readonly Block[] {
  const variables = variablesOf(input.study, "milestone");
  const wave = variables[0]?.waves.at(-1);
  return [
    ...paragraph(...tellMilestones(input, variables)),
    ...figures(input, "milestone-curves"),
    ...atRiskTable(input, variables),
    ...trustTable(input, {
      id: "milestone-medians",
      caption: "Median days until things were in place",
      description:
        "Days from the start of the post; day 0 is the first day. Those not yet there count up to the day they answered.",
      headings: ["Milestone"],
      lines: variables.map((variable) => ({
        label: variable.label,
        id: (slice: string) => `milestone/${slug(variable.name)}/median/${slice}`,
      })),
      ...(wave === undefined ? {} : { wave }),
    }),
  ];
}

/** One sentence a milestone; one for all where none may be told. */
function tellMilestones(
  input: ReportInput,
  variables: readonly PublicVariable[],
): readonly (readonly Inline[])[] {
  const none = tellNoneShown(
    input,
    variables.map((variable) => medianId(input, variable)),
    "The days by which half of the doctors had got there",
  );
  return none === null ? variables.map((variable) => tellMilestone(input, variable)) : [none];
}

/** The people each curve rests on: not there yet, and still counted, at each day. */
function atRiskTable(input: ReportInput, variables: readonly PublicVariable[]): readonly Block[] {
  const days = [...input.study.milestone_days].sort((a, b) => a - b);
  const pooled = wholeStudy(input.study).slug;
  const idOf = (variable: PublicVariable, what: string, day: number) =>
    `milestone/${slug(variable.name)}/${what}-${day}/${pooled}`;
  const isDone = (variable: PublicVariable, before: number) =>
    days.some(
      (day) => day < before && findEstimate(input.released, idOf(variable, "day", day))?.estimate === 1,
    );
  const lines = variables.map((variable) => ({
    label: variable.label,
    ids: days.map((day) => (isDone(variable, day) ? null : idOf(variable, "at-risk", day))),
  }));
  const steps = lines.flatMap(({ ids }) =>
    ids.flatMap((id) => (id === null ? [] : (findEstimate(input.released, id)?.precision ?? []))),
  );
  const rounded = steps.length === 0 ? "" : `, rounded to the nearest ${Math.max(...steps)}`;
  return measureTable(input, {
    id: "milestone-at-risk",
    caption: "Doctors not there yet and still counted, by day",
    description: `Numbers as the day begins, ${wholeStudy(input.study).name}${rounded}. Doctors who answered before a day are not counted at it.`,
    headings: ["Milestone"],
    measures: days.map((day) => ({ heading: `Day ${day}` })),
    lines,
    blank: "all had got there on an earlier day",
    cautions: false,
  });
}

function choicesTables(input: ReportInput): readonly Block[] {
  const pooled = wholeStudy(input.study).slug;
  return variablesOf(input.study, "choice").flatMap((variable) =>
    measureTable(input, {
      id: `${slug(variable.name)}-ticked`,
      caption: variable.label,
      description: "Share who ticked each answer, of those who ticked any. Shares add up to more than 100%.",
      headings: ["Answer", "Survey"],
      measures: [{ heading: "Share", beside: "interval and n" }],
      lines: input.study.waves
        .filter((wave) => variable.waves.includes(wave.id))
        .flatMap((wave) =>
          variable.categories.map((category) => ({
            label: category.label,
            more: [wave.label],
            ids: [`choice/${slug(variable.name)}/${wave.id}/${category.code}/${pooled}`],
          })),
        ),
    }),
  );
}

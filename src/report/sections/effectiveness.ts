import { wholeStudy } from "../../charts/shown-slices.js";
import { inSentence } from "../../charts/wording.js";
import { slug } from "../../core/result.js";
import { itemsOf, variablesOf } from "../../study/study.js";
import type { Scale } from "../../study/study.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { Block, Inline } from "../document.js";
import { extremeOf, ofThoseShown, onlyOneOf, sayOnlyOne, supportOf, tell, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { link, paragraph, say, under } from "../say.js";
import { bandsTable } from "../tables/bands-table.js";
import { measureTable } from "../tables/measure-table.js";
import { declaredChanges } from "../tables/scale-table.js";
import { trustTable } from "../tables/trust-table.js";
import type { TrustLine } from "../tables/trust-table.js";
import { answersByTrust, itemsByTrust, onlyTopTwoNotes } from "./items-by-trust.js";
import { scaleResults } from "./scale-results.js";
import { figures } from "./section.js";
import type { ReportSection } from "./section.js";

/** Confidence at work, overall ratings, what was useful, and what HR records say. */
export const effectiveness: ReportSection = {
  id: "effectiveness",
  heading: "Effectiveness and needs",
  blocks: (input) => [
    ...scaleResults(input, "effectiveness"),
    ...(figures(input, "change-by-trust").length > 0 && scales(input).some((scale) => changed(input, scale))
      ? paragraph(say`The ${link("chart of change", "#figure-change-by-trust")} shows this scale too.`)
      : []),
    ...under("effectiveness-items", "Answers to each question", itemBlocks(input)),
    ...under("effectiveness-ratings", "Overall ratings", ratingBlocks(input)),
    ...under("effectiveness-gap", "Provided against useful", gapBlocks(input)),
    ...under("effectiveness-records", "Retention and appraisal", recordBlocks(input)),
  ],
};

/** The share that gave one of the two best answers to an overall rating, at the last survey that asked. */
export function tellRating(input: ReportInput, variable: PublicVariable): readonly Inline[] {
  const id = `outcome/${slug(variable.name)}/${variable.waves.at(-1) ?? ""}/top-two/${wholeStudy(input.study).slug}`;
  const answers = variable.categories.slice(-2).map((category) => `"${inSentence(category.label)}"`);
  return tell(
    input,
    id,
    `The share for "${variable.label}"`,
    (result) =>
      say`${variable.label}: ${valueOf(result)} answered ${answers.reverse().join(" or ")} ${supportOf(result)}.`,
  );
}

/** The share still in post, from HR records. */
export function tellRetention(input: ReportInput): readonly Inline[] {
  const { study } = input;
  const id = `retention/month-${study.hr.months}/${wholeStudy(study).slug}`;
  return tell(
    input,
    id,
    "The share still in post",
    (result) =>
      say`HR records show ${valueOf(result)} still in post after ${String(study.hr.months)} months ${supportOf(result)}.`,
  );
}

/** The parts found useful most often and least often, of those received. */
export function tellUseful(input: ReportInput): readonly (readonly Inline[])[] {
  const parts = gapParts(input);
  const ids = parts.map((part) => gapId(input, part, "useful"));
  const label = (item: string | undefined) =>
    `"${parts.find((part) => part.component === item)?.label ?? ""}"`;
  const among = ofThoseShown(input, ids);
  const only = onlyOneOf(input, ids);
  if (only !== null)
    return [
      say`${sayOnlyOne(input, ids)}${label(only.subject.item)}: ${valueOf(only)} of those who received it found it useful ${supportOf(only)}.`,
    ];
  const most = extremeOf(input, ids, "highest");
  const least = extremeOf(input, ids, "lowest");
  return [
    most === null
      ? []
      : say`${among}${among === "" ? "Of" : "of"} parts received, most often found useful was ${label(most.subject.item)}: ${valueOf(most)} ${supportOf(most)}.`,
    least === null
      ? []
      : say`${among}${among === "" ? "Least" : "least"} often found useful was ${label(least.subject.item)}: ${valueOf(least)} ${supportOf(least)}.`,
  ];
}

function scales({ study }: ReportInput): readonly Scale[] {
  return study.scales.filter((scale) => scale.aim === "effectiveness");
}

function changed(input: ReportInput, scale: Scale): boolean {
  return declaredChanges(input, scale).length > 0;
}

function itemBlocks(input: ReportInput): readonly Block[] {
  const items = scales(input).flatMap((scale) => itemsOf(input.study, scale.id));
  return [
    ...bandsTable(input, "item", items, {
      id: "effectiveness-answers",
      caption: "Answers to each question about work",
    }),
    ...scales(input).flatMap((scale) => itemsByTrust(input, scale)),
  ];
}

function ratingBlocks(input: ReportInput): readonly Block[] {
  const ratings = variablesOf(input.study, "outcome");
  const bands = bandsTable(input, "outcome", ratings, { id: "ratings", caption: "Overall ratings" });
  const answers = answersByTrust(input, "outcome", ratings, {
    id: "ratings-answers",
    caption: "Overall ratings: answers",
  });
  return [
    ...paragraph(...ratings.map((variable) => tellRating(input, variable))),
    ...bands,
    ...trustTable(input, {
      id: "ratings-by-trust",
      caption: "Overall ratings: two most favourable answers",
      description: `Share of those who gave an answer.${bands.length > 0 ? " Interval and n are in the table above." : ""}`,
      headings: ["Rating", "Survey"],
      alone: bands.length > 0,
      lines: ratings.flatMap((variable) =>
        input.study.waves
          .filter((wave) => variable.waves.includes(wave.id))
          .map((wave): TrustLine => ({
            label: variable.label,
            more: [wave.label],
            id: (slice) => `outcome/${slug(variable.name)}/${wave.id}/top-two/${slice}`,
          })),
      ),
      notes: onlyTopTwoNotes(input, answers),
    }),
    ...answers,
  ];
}

/** Variables that ask which parts were received, of the parts whose usefulness was asked too. */
function gapParts({ study }: ReportInput): readonly PublicVariable[] {
  const useful = variablesOf(study, "useful").map((variable) => variable.component);
  return variablesOf(study, "received").filter((variable) => useful.includes(variable.component));
}

function gapId({ study }: ReportInput, part: PublicVariable, side: "provided" | "useful"): string {
  return `gap/${slug(part.component ?? "")}/${side}/${wholeStudy(study).slug}`;
}

function gapBlocks(input: ReportInput): readonly Block[] {
  const drawn = figures(input, "provided-useful-gap");
  const table = measureTable(input, {
    id: "provided-and-useful",
    caption: "Parts received, and found useful by those who received them",
    description: "Received: at least in part. Useful: one of the two most favourable ratings.",
    headings: ["Part of the induction"],
    measures: [
      { heading: "Received", beside: "interval and n" },
      { heading: "Useful", beside: "interval and n" },
    ],
    lines: gapParts(input).map((part) => ({
      label: part.label,
      ids: [gapId(input, part, "provided"), gapId(input, part, "useful")],
    })),
  });
  return [...paragraph(...tellUseful(input)), ...drawn, ...(drawn.length > 0 ? [] : table)];
}

function recordBlocks(input: ReportInput): readonly Block[] {
  const { months } = input.study.hr;
  return [
    ...paragraph(tellRetention(input)),
    ...trustTable(input, {
      id: "retention-and-appraisal",
      caption: "Retention and appraisal",
      description: `From HR records, which are totals of a Trust; never joined to survey answers.`,
      headings: ["Share"],
      lines: [
        {
          label: `Still in post after ${months} months`,
          id: (slice) => `retention/month-${months}/${slice}`,
        },
        { label: "Appraisal done, of those due", id: (slice) => `appraisal/${slice}` },
      ],
    }),
  ];
}

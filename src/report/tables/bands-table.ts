import { shownAnswers } from "../../charts/shown-answers.js";
import { wholeStudy } from "../../charts/shown-slices.js";
import { capitalise, inSentence } from "../../charts/wording.js";
import type { Grain } from "../../core/relation.js";
import { slug } from "../../core/result.js";
import { everyCategory } from "../../metrics/categories.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { Wave } from "../../study/study.js";
import type { TableBlock } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { measureTable } from "./measure-table.js";

/** A question at one survey. */
interface Asked {
  readonly variable: PublicVariable;
  readonly wave: Wave;
}

/**
 * Answers to rated questions over all Trusts, one line a question and survey: in one table those that are joined into groups,
 * in another those of which each answer is shown.
 */
export function bandsTable(
  input: ReportInput,
  measure: "item" | "outcome",
  variables: readonly PublicVariable[],
  table: Pick<TableBlock, "id" | "caption">,
): readonly TableBlock[] {
  const pooled = wholeStudy(input.study).slug;
  const asked = variables.flatMap((variable) => input.study.waves.map((wave) => ({ variable, wave })));
  const shown = (grain: Grain) =>
    asked.filter(
      ({ variable, wave }) =>
        shownAnswers(input.released, measure, variable, wave.id, pooled)?.grain === grain,
    );
  const sizes = [...new Set(shown("every answer").map(({ variable }) => variable.categories.length))];
  return [
    ...groupsTable(input, measure, shown("groups"), table, bestOnly(shown("top two"))),
    ...sizes.flatMap((size) => {
      const own = shown("every answer").filter(({ variable }) => variable.categories.length === size);
      const id = `${table.id}-every-answer${sizes.length > 1 ? `-${size}` : ""}`;
      return everyAnswerTable(input, measure, own, { id, caption: `${table.caption}: each answer` });
    }),
  ];
}

function groupsTable(
  input: ReportInput,
  measure: "item" | "outcome",
  asked: readonly Asked[],
  table: Pick<TableBlock, "id" | "caption">,
  notes: readonly string[],
): readonly TableBlock[] {
  const pooled = wholeStudy(input.study).slug;
  const hasMiddle = asked.some(({ variable }) => variable.categories.length % 2 === 1);
  return measureTable(input, {
    ...table,
    description: "Share of those who gave an answer. Questions worded the other way are turned.",
    headings: ["Question", "Survey"],
    measures: [
      { heading: "Unfavourable" },
      { heading: "Middle" },
      { heading: "Favourable", beside: "interval and n" },
    ],
    lines: asked.map(({ variable, wave }) => {
      const id = (band: string) => `${measure}/${slug(variable.name)}/${wave.id}/${band}/${pooled}`;
      const middle = variable.categories.length % 2 === 0 ? null : id("middle");
      return { label: variable.label, more: [wave.label], ids: [id("low"), middle, id("high")] };
    }),
    notes: [`Answers are shown in ${hasMiddle ? "three" : "two"} groups.`, ...notes],
  });
}

/** One column an answer, under its own words where all questions have the same. */
function everyAnswerTable(
  input: ReportInput,
  measure: "item" | "outcome",
  asked: readonly Asked[],
  table: Pick<TableBlock, "id" | "caption">,
): readonly TableBlock[] {
  const pooled = wholeStudy(input.study).slug;
  const labels = asked.map(({ variable }) => everyCategory(variable).map(({ label }) => label));
  const alike = labels.every((one) => one.join("|") === labels[0]!.join("|"));
  const last = labels[0]!.length - 1;
  const heading = (place: number) => {
    if (alike) return labels[0]![place]!;
    return place === 0 ? "Least favourable" : place === last ? "Most favourable" : String(place + 1);
  };
  return measureTable(input, {
    ...table,
    description: "Share of those who gave an answer, from the least to the most favourable.",
    headings: ["Question", "Survey"],
    measures: labels[0]!.map((_, place) => ({
      heading: heading(place),
      ...(place === last ? { beside: { n: "n" } } : {}),
    })),
    lines: asked.map(({ variable, wave }) => ({
      label: variable.label,
      more: [wave.label],
      ids: everyCategory(variable).map(
        ({ id }) => `${measure}/${slug(variable.name)}/${wave.id}/${id}/${pooled}`,
      ),
    })),
    notes: ["Each answer is shown by itself."],
    cautions: false,
  });
}

/** The questions of which only the two most favourable answers are shown, in a table of their own. */
function bestOnly(asked: readonly Asked[]): readonly string[] {
  if (asked.length === 0) return [];
  const names = asked.map(({ variable, wave }) => `${variable.label} (${inSentence(wave.label)})`);
  return [`Only the two most favourable answers are shown of these: ${capitalise(names.join("; "))}.`];
}

import { shownAnswers } from "../../charts/shown-answers.js";
import { shownGroups } from "../../charts/shown-slices.js";
import { capitalise } from "../../charts/wording.js";
import { slug } from "../../core/result.js";
import { everyCategory, threeBands } from "../../metrics/categories.js";
import { itemsOf } from "../../study/study.js";
import type { Scale } from "../../study/study.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { Block, TableBlock } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { trustTable } from "../tables/trust-table.js";

/** The answers to each question of a scale, by Trust: the two most favourable, and the others where they are shown. */
export function itemsByTrust(input: ReportInput, scale: Scale): readonly Block[] {
  const { study } = input;
  const items = itemsOf(study, scale.id);
  const answers = answersByTrust(input, "item", items, {
    id: `${scale.id}-answers`,
    caption: `${scale.label}: answers to each question`,
  });
  return [
    ...trustTable(input, {
      id: `${scale.id}-top-two`,
      caption: `${scale.label}: two most favourable answers`,
      description: "Share of those who gave an answer. Questions worded the other way are turned.",
      headings: ["Question", "Survey"],
      lines: items.flatMap((item) =>
        study.waves
          .filter((wave) => item.waves.includes(wave.id))
          .map((wave) => ({
            label: item.label,
            more: [wave.label],
            id: (slice: string) => `item/${slug(item.name)}/${wave.id}/top-two/${slice}`,
          })),
      ),
      notes: onlyTopTwoNotes(input, answers),
    }),
    ...answers,
  ];
}

/**
 * What a table of the two most favourable answers by Trust says where no other answers are shown by Trust.
 *
 * @param answers the tables that show them
 */
export function onlyTopTwoNotes(
  { released, study }: ReportInput,
  answers: readonly TableBlock[],
): readonly string[] {
  if (answers.length > 0 || shownGroups(released, study).length === 0) return [];
  return [
    "By Trust, the two most favourable answers are counted as one, and no others are shown, to protect people.",
  ];
}

/**
 * The answers to some questions by Trust, one line an answer, as finely as they are shown; none of a question of which only
 * the two most favourable are.
 */
export function answersByTrust(
  input: ReportInput,
  measure: "item" | "outcome",
  variables: readonly PublicVariable[],
  table: Pick<TableBlock, "id" | "caption">,
): readonly TableBlock[] {
  const { study, released } = input;
  const [group] = shownGroups(released, study);
  if (group === undefined) return [];
  const asked = variables.flatMap((variable) =>
    study.waves.flatMap((wave) => {
      const shown = shownAnswers(released, measure, variable, wave.id, group.slug);
      return shown === null || shown.grain === "top two" ? [] : [{ variable, wave, grain: shown.grain }];
    }),
  );
  const joined = asked.filter(({ grain }) => grain === "groups").length;
  return trustTable(input, {
    ...table,
    description: "Share of those who gave an answer, from the least to the most favourable.",
    headings: ["Question", "Survey", "Answer"],
    lines: asked.flatMap(({ variable, wave, grain }) =>
      (grain === "groups" ? threeBands(variable) : everyCategory(variable)).map((band) => ({
        label: variable.label,
        more: [wave.label, capitalise(band.label)],
        id: (slice: string) => `${measure}/${slug(variable.name)}/${wave.id}/${band.id}/${slice}`,
      })),
    ),
    notes:
      joined === 0
        ? ["Each answer is shown by itself."]
        : [
            joined === asked.length
              ? "Answers are joined into groups."
              : "Answers are joined into groups where one alone could not be shown.",
          ],
    cautions: false,
  });
}

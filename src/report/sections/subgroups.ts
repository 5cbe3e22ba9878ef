import { wholeStudy } from "../../charts/shown-slices.js";
import { inSentence } from "../../charts/wording.js";
import { slug } from "../../core/result.js";
import { variablesOf } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";
import type { Block } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { measureTable } from "../tables/measure-table.js";
import { declaredChanges, scoredWaves } from "../tables/scale-table.js";
import type { ReportSection } from "./section.js";

/** Scores, changes and ratings by each declared subgroup, over all Trusts. */
export const subgroups: ReportSection = {
  id: "subgroups",
  heading: "Subgroups",
  blocks(input) {
    const tables = input.study.subgroups.flatMap((name) => {
      const variable = input.study.variables.find((one) => one.name === name);
      return variable ? subgroupTable(input, variable) : [];
    });
    if (tables.length === 0) return [];
    return [
      ...paragraph(
        say`The study file names these subgroups. They are not tested against one another.`,
        say`Differences between them may have other reasons, such as the Trust or the post.`,
      ),
      ...tables,
    ];
  },
};

function subgroupTable(input: ReportInput, variable: Variable): readonly Block[] {
  const pooled = wholeStudy(input.study).slug;
  return measureTable(input, {
    id: `subgroup-${slug(variable.name)}`,
    caption: `By ${inSentence(variable.label)}`,
    description:
      "Scores and changes in points from 0 to 100; ratings as the share of the two most favourable answers.",
    headings: ["Measure", variable.label],
    measures: [{ heading: "Value", beside: "interval and n" }],
    lines: measuresOf(input).flatMap(({ label, stem }) =>
      variable.categories.map((category) => ({
        label,
        more: [category.label],
        ids: [`${stem}/${pooled}/${slug(variable.name)}-${slug(category.label)}`],
      })),
    ),
  });
}

function measuresOf(input: ReportInput): readonly { label: string; stem: string }[] {
  const { study } = input;
  const scores = study.scales.flatMap((scale) => [
    ...scoredWaves(input, scale).map((wave) => ({
      label: `${scale.label}: score at ${inSentence(wave.label)}`,
      stem: `scale/${scale.id}/${wave.id}`,
    })),
    ...declaredChanges(input, scale).map((change) => ({
      label: `${scale.label}: change`,
      stem: `change/${scale.id}/${change.from.id}-to-${change.to.id}`,
    })),
  ]);
  const ratings = variablesOf(study, "outcome").flatMap((variable) =>
    variable.waves.map((wave) => ({
      label: variable.label,
      stem: `outcome/${slug(variable.name)}/${wave}/top-two`,
    })),
  );
  return [...scores, ...ratings];
}

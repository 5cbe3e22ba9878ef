import { shownLevels, wholeStudy } from "../../charts/shown-slices.js";
import { capitalise, inSentence, listWords } from "../../charts/wording.js";
import { slug } from "../../core/result.js";
import { variablesOf } from "../../study/study.js";
import type { PublicStudy } from "../../study/public-study.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { Block } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { measureTable } from "../tables/measure-table.js";
import { declaredChanges, scoredWaves } from "../tables/scale-table.js";
import type { ReportSection } from "./section.js";

/** Scores, changes, ratings, and what was received, by each declared subgroup, over all Trusts. */
export const subgroups: ReportSection = {
  id: "subgroups",
  heading: "Subgroups",
  blocks(input) {
    const tables = input.study.subgroups.flatMap((name) => {
      const variable = input.study.variables.find((one) => one.name === name);
      return variable ? subgroupTables(input, variable) : [];
    });
    const { unsplit } = input.disclosure;
    const notShown = unsplit.map(
      (label) => say`Nothing is shown by ${inSentence(label)}: all its groups but one have too few people.`,
    );
    if (tables.length === 0) return paragraph(...notShown);
    return [
      ...paragraph(
        say`The study file names these subgroups. They are not tested against one another.`,
        say`Differences between them may have other reasons, such as the Trust or the post.`,
        ...notShown,
      ),
      ...tables,
    ];
  },
};

function subgroupTables(input: ReportInput, variable: PublicVariable): readonly Block[] {
  const pooled = wholeStudy(input.study).slug;
  const by = inSentence(variable.label);
  const levels = shownLevels(input.released, variable);
  if (levels.length === 0) return [];
  const joined = levels.filter(({ codes }) => codes.length > 1).map(({ label }) => inSentence(label));
  const notes = joined.length === 0 ? [] : [`Shown together to protect people: ${joined.join("; ")}.`];
  const table = {
    notes,
    headings: ["Measure", variable.label],
    measures: [{ heading: "Value", beside: "interval and n" }],
  } as const;
  const lines = (measures: readonly SubgroupMeasure[]) =>
    measures.flatMap(({ label, stem }) =>
      levels.map((level) => ({
        label,
        more: [level.label],
        ids: [`${stem}/${pooled}/${slug(variable.name)}-${slug(level.label)}`],
      })),
    );
  const [changes, ratings] = [changeMeasures(input), ratingMeasures(input)];
  const kinds = [
    ...(changes.length > 0 ? [{ name: "changes", unit: "Changes in points from 0 to 100." }] : []),
    ...(ratings.length > 0
      ? [{ name: "ratings", unit: "Ratings as the share of the two most favourable answers." }]
      : []),
  ];
  return [
    ...measureTable(input, {
      ...table,
      id: `subgroup-${slug(variable.name)}`,
      caption: `${capitalise(listWords(kinds.map(({ name }) => name)))} by ${by}`,
      description: kinds.map(({ unit }) => unit).join(" "),
      lines: lines([...changes, ...ratings]),
    }),
    ...measureTable(input, {
      ...table,
      id: `subgroup-${slug(variable.name)}-scores`,
      caption: `Scores at each survey by ${by}`,
      description: "Points from 0 to 100.",
      lines: lines(scoreMeasures(input)),
    }),
    ...measureTable(input, {
      id: `subgroup-${slug(variable.name)}-induction`,
      caption: `Induction received and matters in place by ${by}`,
      description: "Share of IMGs; days as the median.",
      headings: ["Measure", "What it says"],
      measures: levels.map((level) => ({ heading: level.label })),
      lines: inductionMeasures(input).map(({ label, kind, stem }) => ({
        label,
        more: [kind],
        ids: levels.map((level) => `${stem}/${pooled}/${slug(variable.name)}-${slug(level.label)}`),
      })),
      notes,
      cautions: false,
    }),
  ];
}

/** Measures of which a share, or a median, is worked out for each subgroup. */
function inductionMeasures({ study }: ReportInput): readonly (SubgroupMeasure & { readonly kind: string })[] {
  const received = variablesOf(study, "received");
  const at = (variable: PublicVariable) => `${slug(variable.name)}/${variable.waves.at(-1) ?? ""}`;
  return [
    ...received.map((part) => ({
      label: part.label,
      kind: "Received in full",
      stem: `coverage/${at(part)}/yes`,
    })),
    ...variablesOf(study, "useful").flatMap((variable) => {
      const part = received.find((one) => one.component === variable.component);
      return part
        ? [{ label: part.label, kind: "Found useful", stem: `gap/${slug(variable.component ?? "")}/useful` }]
        : [];
    }),
    ...study.standards.map((one) => ({ label: one.label, kind: "Standard met", stem: `standard/${one.id}` })),
    ...variablesOf(study, "setup").map((one) => ({
      label: one.label,
      kind: "In place",
      stem: `setup/${at(one)}/done`,
    })),
    ...variablesOf(study, "milestone").map((one) => ({
      label: one.label,
      kind: "Median days",
      stem: `milestone/${slug(one.name)}/median`,
    })),
  ];
}

function waveName(study: PublicStudy, id: string): string {
  return inSentence(study.waves.find((wave) => wave.id === id)?.label ?? id);
}

interface SubgroupMeasure {
  readonly label: string;
  /** Result id up to the slice. */
  readonly stem: string;
}

function scoreMeasures(input: ReportInput): readonly SubgroupMeasure[] {
  return input.study.scales.flatMap((scale) =>
    scoredWaves(input, scale).map((wave) => ({
      label: `${scale.label}: score at ${inSentence(wave.label)}`,
      stem: `scale/${scale.id}/${wave.id}`,
    })),
  );
}

function changeMeasures(input: ReportInput): readonly SubgroupMeasure[] {
  return input.study.scales.flatMap((scale) =>
    declaredChanges(input, scale).map(({ from, to }) => ({
      label: `${scale.label}: change`,
      stem: `change/${scale.id}/${from.id}-to-${to.id}`,
    })),
  );
}

function ratingMeasures({ study }: ReportInput): readonly SubgroupMeasure[] {
  return variablesOf(study, "outcome").flatMap((variable) =>
    variable.waves.map((wave) => ({
      label: variable.waves.length > 1 ? `${variable.label}, ${waveName(study, wave)}` : variable.label,
      stem: `outcome/${slug(variable.name)}/${wave}/top-two`,
    })),
  );
}

import { wholeStudy } from "../../charts/shown-slices.js";
import { inSentence, listWords } from "../../charts/wording.js";
import { findEstimate } from "../../disclosure/released.js";
import { variablesOf } from "../../study/study.js";
import type { Block } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { measureTable } from "../tables/measure-table.js";
import type { MeasureLine } from "../tables/measure-table.js";
import { scoredWaves } from "../tables/scale-table.js";

/** What the main numbers could be, had everyone invited answered. */
export function nonResponseBlocks(input: ReportInput): readonly Block[] {
  const { slug } = wholeStudy(input.study);
  const table = measureTable(input, {
    id: "non-response-bounds",
    caption: "What the numbers could be, had everyone invited answered",
    description:
      "Everyone without a usable answer is put at the least favourable end, then at the most favourable one. The two cases count each person the same; scores of those who answered are means over Trusts. The two cases are rounded to 5 points, and to 5%.",
    headings: ["Measure", "Survey"],
    measures: [
      { heading: "Of those who answered" },
      { heading: "Least favourable case" },
      { heading: "Most favourable case" },
    ],
    lines: beside(input, ({ stem, wave }) =>
      ["worst", "best"].map((side) => `bounds/${stem}/${wave}/${side}/${slug}`),
    ),
    cautions: false,
  });
  if (table.length === 0) return [];
  return [
    ...paragraph(
      say`People who answered may differ from people who did not. Nothing is assumed here about those who did not.`,
      say`So the two cases are far apart where many did not answer. For everyone invited, the truth lies between them.`,
    ),
    ...table,
  ];
}

/** The main numbers weighted to everyone invited; nothing unless the study declares how. */
export function weightingBlocks(input: ReportInput): readonly Block[] {
  const { weighting, variables } = input.study;
  if (!weighting) return [];
  const { slug } = wholeStudy(input.study);
  const names = weighting.margins.map(
    (margin) => variables.find(({ name }) => name === margin.variable)?.label ?? margin.variable,
  );
  const table = measureTable(input, {
    id: "weighted-to-invited",
    caption: "Scores and ratings, plain and weighted to everyone invited",
    description:
      "All Trusts. Weighted numbers count people by their weights; plain scores are means over Trusts. Weighted numbers are rounded to whole points, and to 5%.",
    headings: ["Measure", "Survey"],
    measures: [{ heading: "Plain" }, { heading: "Weighted", beside: { n: "n" } }],
    lines: beside(input, ({ stem, wave }) => [`weighted/${stem}/${wave}/${slug}`]),
  });
  if (table.length === 0) return [];
  return [
    ...paragraph(
      say`People who answered are given weights. With them they add up to everyone invited, by ${listWords(names.map(inSentence))}.`,
      say`Basis of the numbers: ${weighting.basis.replace(/\.$/, "")}.`,
      say`Weights mend only differences that these explain.`,
    ),
    ...table,
  ];
}

/** The main scores and ratings over all Trusts, each beside other numbers about the same; lines without any are left out. */
function beside(
  input: ReportInput,
  others: (of: { readonly stem: string; readonly wave: string }) => readonly string[],
): readonly MeasureLine[] {
  const { study } = input;
  const { slug } = wholeStudy(study);
  const scores = study.scales.flatMap((scale) =>
    scoredWaves(input, scale).map((wave) => ({
      label: `Mean score, ${inSentence(scale.label)}`,
      more: [wave.label],
      ids: [`scale/${scale.id}/${wave.id}/${slug}`, ...others({ stem: scale.id, wave: wave.id })],
    })),
  );
  const ratings = variablesOf(study, "outcome").flatMap((variable) => {
    const wave = study.waves.find((one) => one.id === variable.waves.at(-1));
    if (!wave) return [];
    const stem = variable.name.replace(/_/g, "-");
    const plain = `outcome/${stem}/${wave.id}/top-two/${slug}`;
    return [{ label: variable.label, more: [wave.label], ids: [plain, ...others({ stem, wave: wave.id })] }];
  });
  return [...scores, ...ratings].filter(({ ids }) =>
    ids.slice(1).some((id) => findEstimate(input.released, id) !== undefined),
  );
}

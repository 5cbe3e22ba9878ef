import { wholeStudy } from "../../charts/shown-slices.js";
import { slug } from "../../core/result.js";
import type { PublicVariable } from "../../study/public-study.js";
import type { TableBlock } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { measureTable } from "./measure-table.js";

/** Answers to rated questions over all Trusts, joined in three groups, one line a question and survey. */
export function bandsTable(
  input: ReportInput,
  measure: "item" | "outcome",
  variables: readonly PublicVariable[],
  table: Pick<TableBlock, "id" | "caption">,
): readonly TableBlock[] {
  const { study } = input;
  const pooled = wholeStudy(study).slug;
  return measureTable(input, {
    ...table,
    description:
      "Share of those who gave an answer. Answers are joined in three groups; questions worded the other way are turned.",
    headings: ["Question", "Survey"],
    measures: [
      { heading: "Unfavourable" },
      { heading: "Middle" },
      { heading: "Favourable", beside: "interval and n" },
    ],
    lines: variables.flatMap((variable) =>
      study.waves.map((wave) => {
        const id = (band: string) => `${measure}/${slug(variable.name)}/${wave.id}/${band}/${pooled}`;
        const middle = variable.categories.length % 2 === 0 ? null : id("middle");
        return { label: variable.label, more: [wave.label], ids: [id("low"), middle, id("high")] };
      }),
    ),
  });
}

import { capitalise } from "../../charts/wording.js";
import type { Result } from "../../core/result.js";
import type { Block, TableBlock } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { left, peopleCell, resultCell, right, textCell } from "../tables/cells.js";
import { scaleReliability } from "./scale-reliability.js";
import type { ReportSection } from "./section.js";

/** What was left out before analysis, what is missing, by reason, and whether the scales hold together. */
export const dataQuality: ReportSection = {
  id: "data-quality",
  heading: "Appendix A. Data quality",
  blocks(input) {
    const counts = [...leftOutTable(input), ...missingTable(input)];
    return [
      ...(counts.length === 0
        ? []
        : paragraph(
            say`Nothing is dropped without being counted. Each measure leaves out only the people whose answer to it is missing.`,
          )),
      ...counts,
      ...scaleReliability(input),
    ];
  },
};

function leftOutTable(input: ReportInput): readonly Block[] {
  const rows = under(input, "quality/left-out/");
  const all = input.study.trusts.length > 1 ? "all Trusts and " : "all ";
  return countsTable(
    {
      id: "left-out",
      caption: "Responses left out before analysis, by reason",
      description: `Responses, ${all}surveys, to the nearest 5.`,
    },
    ["Reason"],
    rows.map((result) => ({ words: [words(result)], result })),
  );
}

function missingTable(input: ReportInput): readonly Block[] {
  const rows = input.study.waves.flatMap((wave) =>
    under(input, `quality/missing/${wave.id}/`).map((result) => ({
      words: [words(result), wave.label],
      result,
    })),
  );
  const trusts = input.study.trusts.length > 1 ? ", all Trusts" : "";
  return countsTable(
    {
      id: "missing-answers",
      caption: "Answers missing, by reason and survey",
      description: `Single answers${trusts}, to the nearest 5. Each is beside the number of answers that could have been given.`,
    },
    ["Reason", "Survey"],
    rows,
    "Out of",
  );
}

function under({ released }: ReportInput, stem: string): readonly Result[] {
  return released.results.filter((result) => result.id.startsWith(stem));
}

function words(result: Result): string {
  return capitalise(result.subject.level ?? result.label);
}

function countsTable(
  table: Pick<TableBlock, "id" | "caption" | "description">,
  headings: readonly string[],
  rows: readonly { readonly words: readonly string[]; readonly result: Result }[],
  total?: string,
): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      ...table,
      columns: [...headings.map(left), right("Count"), ...(total === undefined ? [] : [right(total)])],
      rows: rows.map(({ words: cells, result }) => [
        ...cells.map(textCell),
        resultCell(result),
        ...(total === undefined ? [] : [peopleCell(result)]),
      ]),
      notes: [],
    },
  ];
}

import { wholeStudy } from "../../charts/shown-slices.js";
import { capitalise, inSentence } from "../../charts/wording.js";
import type { Result } from "../../core/result.js";
import { findResult } from "../../disclosure/released.js";
import type { Block, TableBlock, TableCell } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { left, peopleCell, resultCell, right, textCell } from "../tables/cells.js";
import { scaleReliability } from "./scale-reliability.js";
import type { ReportSection } from "./section.js";

/** What was read, what was left out and is missing, by reason, what the checks found, and whether the scales hold together. */
export const dataQuality: ReportSection = {
  id: "data-quality",
  heading: "Appendix A. Data quality",
  blocks(input) {
    const counts = [...responsesTable(input), ...missingTable(input)];
    return [
      ...filesTable(input),
      ...(counts.length === 0
        ? []
        : paragraph(
            say`Nothing is dropped without being counted. Each measure leaves out only the people whose answer to it is missing.`,
          )),
      ...counts,
      ...findingsTable(input),
      ...scaleReliability(input),
    ];
  },
};

function filesTable(input: ReportInput): readonly Block[] {
  return countsTable(
    {
      id: "files-read",
      caption: "Files read",
      description: "Files, by kind and the platform they came from.",
    },
    ["File"],
    under(input, "files/").map((result) => ({ words: [words(result)], result })),
  );
}

/** Responses counted at each wave, exact, and those left out: no total, which would narrow what was rounded. */
function responsesTable(input: ReportInput): readonly Block[] {
  const leftOut = under(input, "quality/left-out/");
  if (leftOut.length === 0) return [];
  const { slug, name } = wholeStudy(input.study);
  const counted = input.study.waves.flatMap((wave) => {
    const result = findResult(input.released, `flow/answered-${wave.id}/${slug}`);
    return result ? [{ words: [`Counted at ${inSentence(wave.label)}`], result }] : [];
  });
  return countsTable(
    {
      id: "left-out",
      caption: "Responses read: counted, or left out before analysis",
      description: `Responses, ${name}. Those left out are to the nearest 5.`,
    },
    ["What became of them"],
    [...counted, ...leftOut.map((result) => ({ words: [`Left out: ${result.subject.level}`], result }))],
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

function findingsTable(input: ReportInput): readonly Block[] {
  if (under(input, "files/").length === 0) return [];
  const found = under(input, "checks/");
  const checked = say`Every file was checked before anything was worked out. A fault that would make numbers wrong had to be mended first.`;
  const notTold = say`What the checks found in people's own codes and in identifiers stays with those who hold the data.`;
  if (found.length === 0) return paragraph(checked, say`They found nothing else to tell.`, notTold);
  return [
    ...paragraph(
      checked,
      say`What remained is counted here: warnings are to be looked at, notes are for information.`,
      notTold,
    ),
    ...countsTable(
      {
        id: "findings",
        caption: "What the checks found, by severity and rule",
        description:
          "Counted in what each rule looks at. What tells of people is to the nearest 5; what tells of files is exact.",
      },
      ["What was found", "Severity", "Counted in"],
      found.map((result) => ({
        words: [capitalise(result.label), capitalise(result.subject.level ?? ""), capitalise(result.unit)],
        result,
      })),
    ),
  ];
}

function under({ released }: ReportInput, stem: string): readonly Result[] {
  return released.results.filter((result) => result.id.startsWith(stem));
}

function words(result: Result): string {
  return capitalise(result.subject.level ?? result.label);
}

/** A count as a cell. Nothing is told of what was not found, so that a rounded 0 stands for one or two. */
function someCell(result: Result): TableCell {
  const few = result.kind === "estimate" && result.estimate === 0 && result.precision !== undefined;
  return few ? textCell("fewer than 3") : resultCell(result);
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
        someCell(result),
        ...(total === undefined ? [] : [peopleCell(result)]),
      ]),
      notes: [],
    },
  ];
}

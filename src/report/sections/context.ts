import type { Benchmark } from "../../study/study.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { left, peopleCell, resultCell, right, textCell } from "../tables/cells.js";
import { findResult } from "../../disclosure/released.js";
import type { ReportSection } from "./section.js";

/** What other studies printed, for context; never tested against. */
export const context: ReportSection = {
  id: "context",
  heading: "Published figures for context",
  blocks(input) {
    const rows = input.study.benchmarks.flatMap((benchmark) => benchmarkRow(input, benchmark));
    if (rows.length === 0) return [];
    return [
      ...paragraph(
        say`These figures come from other doctors, in other years, asked in other words.`,
        say`They are for context and are never compared by a test.`,
      ),
      {
        kind: "table",
        id: "published-figures",
        caption: "Figures that other studies printed",
        description: "As printed by each source. Many samples chose themselves.",
        columns: [left("Figure"), right("Share"), right("n"), left("Year"), left("Source")],
        rows,
        notes: sourceNotes(input.study.benchmarks),
      },
    ];
  },
};

function benchmarkRow(input: ReportInput, benchmark: Benchmark) {
  const result = findResult(input.released, `benchmark/${benchmark.id}`);
  if (result === undefined) return [];
  return [
    [
      textCell(benchmark.label),
      resultCell(result),
      peopleCell(result, input.study),
      textCell(benchmark.year),
      textCell(benchmark.study),
    ],
  ];
}

/** Each source once, with its link and what to know of its figures. */
function sourceNotes(benchmarks: readonly Benchmark[]): readonly string[] {
  const studies = [...new Set(benchmarks.map((one) => one.study))];
  return studies.map((study) => {
    const own = benchmarks.filter((one) => one.study === study);
    const links = [...new Set(own.map((one) => one.link))].join(" ");
    const remarks = [...new Set(own.map((one) => one.note).filter((note) => note !== ""))].join("; ");
    return `${study}: ${links}${remarks === "" ? "" : ` (${remarks})`}`;
  });
}

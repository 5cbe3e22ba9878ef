import type { Result } from "../../core/result.js";
import { findResult } from "../../disclosure/released.js";
import type { Benchmark } from "../../study/study.js";
import type { TableCell } from "../document.js";
import { paragraph, say } from "../say.js";
import { left, peopleCell, resultCell, right, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** What other studies printed, for context; never tested against. */
export const context: ReportSection = {
  id: "context",
  heading: "Published figures for context",
  blocks(input) {
    const { benchmarks } = input.study;
    const sources = [...new Set(benchmarks.map((one) => one.study))];
    const rows = benchmarks.flatMap((benchmark) => {
      const result = findResult(input.released, `benchmark/${benchmark.id}`);
      return result === undefined ? [] : [benchmarkRow(benchmark, result, sources)];
    });
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
        description: "As printed by each source; sources are listed below by number.",
        columns: [left("Figure"), right("Share"), right("n"), left("Year"), left("Source")],
        rows,
        notes: sources.map((source, index) => sourceNote(source, index, benchmarks)),
      },
    ];
  },
};

function benchmarkRow(
  benchmark: Benchmark,
  result: Result,
  sources: readonly string[],
): readonly TableCell[] {
  return [
    textCell(benchmark.label),
    resultCell(result),
    peopleCell(result),
    textCell(benchmark.year),
    textCell(String(sources.indexOf(benchmark.study) + 1)),
  ];
}

/** A source with its link and what to know of its figures. */
function sourceNote(source: string, index: number, benchmarks: readonly Benchmark[]): string {
  const own = benchmarks.filter((one) => one.study === source);
  const links = [...new Set(own.map((one) => one.link))].join(" ");
  const remarks = [...new Set(own.map((one) => one.note).filter((note) => note !== ""))].join("; ");
  return `Source ${index + 1}: ${source}. ${links}${remarks === "" ? "" : ` (${remarks})`}`;
}

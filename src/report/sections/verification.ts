import { countOf, listWords } from "../../charts/wording.js";
import { formatNumber } from "../../core/format.js";
import type { TableCell } from "../document.js";
import { bullets, paragraph, say, strong } from "../say.js";
import { left, right, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** What the statistics were compared with before this report was written. */
export const verification: ReportSection = {
  id: "verification",
  heading: "Appendix E. How the statistics were checked",
  blocks({ verification: note }) {
    const methods = note.families.reduce((sum, family) => sum + family.methods, 0);
    const cases = note.families.reduce((sum, family) => sum + family.cases, 0);
    return [
      ...paragraph(
        say`Just before this report was written, each statistical method of the program was run on data whose answer is known from other software.`,
        say`${countOf(methods, "method")} gave the known answer in ${formatNumber(cases)} cases.`,
        say`The largest error allowed is 1 part in ${formatNumber(1 / note.closedForm)}; for methods that search for their answer step by step, 1 part in ${formatNumber(1 / note.iterative)}.`,
        say`This report uses some of these methods. Each number names its own in the file of results.`,
      ),
      {
        kind: "table",
        id: "statistics-checked",
        caption: "Statistical methods, and the software each was compared with",
        description: "One line a kind of method. A case is one set of data with its known answer.",
        columns: [left("Kind of method"), right("Methods"), right("Cases"), left("Compared with")],
        rows: note.families.map(({ label, methods: count, cases: tried, references }) => [
          textCell(label),
          countCell(count),
          countCell(tried),
          textCell(references.join(", ")),
        ]),
        notes: [],
      },
      ...(note.withoutReference.length === 0
        ? []
        : [
            ...paragraph(
              say`${countOf(note.withoutReference.length, "method")} could not be compared with other software: ${listWords(note.withoutReference.map(({ name }) => name))}. What their tests hold instead:`,
            ),
            ...bullets(note.withoutReference.map(({ name, instead }) => say`${strong(name)}: ${instead}.`)),
          ]),
    ];
  },
};

function countCell(count: number): TableCell {
  return { kind: "number", value: count, text: formatNumber(count), format: "#,##0" };
}

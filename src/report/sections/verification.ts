import { countOf } from "../../charts/wording.js";
import { formatNumber } from "../../core/format.js";
import type { TableCell } from "../document.js";
import { paragraph, say } from "../say.js";
import { left, right, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** What the statistics were compared with before this report was written. */
export const verification: ReportSection = {
  id: "verification",
  heading: "Appendix E. How the statistics were checked",
  blocks({ verification: note }) {
    const methods = note.families.reduce((sum, family) => sum + family.methods, 0);
    const values = note.families.reduce((sum, family) => sum + family.values, 0);
    return [
      ...paragraph(
        say`Each statistical method that this report can quote was run on data whose answer is known from other software. This was done just before the report was written.`,
        say`All ${countOf(methods, "method")} gave the known answer: ${formatNumber(values)} values agree.`,
        say`The largest error allowed is 1 part in ${formatNumber(1 / note.closedForm)}; for methods that search for their answer step by step, 1 part in ${formatNumber(1 / note.iterative)}.`,
        say`The command "pilot-eval verify" does the same for all ${formatNumber(note.allMethods)} methods of the program and shows the largest error of each.`,
        say`It also names what no other software could be compared with.`,
      ),
      {
        kind: "table",
        id: "statistics-checked",
        caption: "Statistical methods, and the software each was compared with",
        description: "One line a kind of method. Values: the numbers compared.",
        columns: [
          left("Kind of method"),
          right("Methods"),
          right("Sets of data"),
          right("Values"),
          left("Compared with"),
        ],
        rows: note.families.map(({ label, methods: count, cases, values: compared, references }) => [
          textCell(label),
          countCell(count),
          countCell(cases),
          countCell(compared),
          textCell(references.join(", ")),
        ]),
        notes: [],
      },
    ];
  },
};

function countCell(count: number): TableCell {
  return { kind: "number", value: count, text: formatNumber(count), format: "#,##0" };
}

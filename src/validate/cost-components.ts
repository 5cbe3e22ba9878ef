import type { Table } from "../core/table.js";
import { headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-row.js";
import type { ComponentLine } from "./cost-line.js";
import type { Finding } from "./finding.js";

/**
 * Planned and delivered, a line for each component that answers both. Components that do not, or whose row was taken
 * out, are one warning that names them; a component that stands twice is an error.
 */
export function readComponents(
  rows: readonly CostRow[],
  components: readonly string[],
  table: Table | undefined,
  trust: string,
  findings: Finding[],
): readonly ComponentLine[] {
  const heading = headings.Components;
  const seen = new Map<string, number>();
  const unanswered: string[] = [];
  const lines = rows.flatMap((row): readonly ComponentLine[] => {
    const component = row.code(heading.component, components, "put the code of the template back");
    if (component === null) return [];
    const earlier = seen.get(component);
    if (earlier !== undefined) {
      row.complain(heading.component, {
        code: "cost-repeated-component",
        message: `component: ${component} already stands in row ${earlier}`,
        expected: "each component once",
        found: component,
        fix: "keep one of the two rows",
      });
      return [];
    }
    seen.set(component, row.row);
    if (row.value(heading.planned) === null || row.value(heading.delivered) === null) {
      unanswered.push(component);
      return [];
    }
    const planned = row.choice(heading.planned, ["yes", "no"] as const);
    const delivered = row.choice(heading.delivered, ["yes", "partly", "no"] as const);
    return planned === null || delivered === null
      ? []
      : [{ component, planned: planned === "yes", delivered, at: row.at() }];
  });
  unanswered.push(...components.filter((component) => !seen.has(component)));
  if (table && unanswered.length > 0)
    findings.push({
      rule: "cost-return",
      code: "cost-component-unanswered",
      severity: "warning",
      at: { file: table.source.file, ...(table.source.sheet ? { sheet: table.source.sheet } : {}) },
      trust,
      message: `components: planned or delivered not answered for ${unanswered.length} of ${components.length}: ${unanswered.join(", ")}`,
      expected: "planned and delivered for each component",
      found: "blank cells",
      fix: "answer them, or leave them: they are left out of planned against delivered, and counted",
    });
  return lines;
}

import { countCell, limitCells, notApplicable, resultCell, textCell } from "../../charts/cells.js";
import { explainCost } from "../../charts/cost-consent.js";
import { capitalise } from "../../charts/wording.js";
import type { Result } from "../../core/result.js";
import type { PublicStudy } from "../../study/public-study.js";
import type { TableCell, TableColumn } from "../document.js";
import { printLevel } from "../narrative.js";

export { countCell as peopleCell, explainCost, notApplicable, resultCell, textCell };

/** A column of words. */
export function left(heading: string): TableColumn {
  return { heading, align: "left" };
}

/** A column of numbers. */
export function right(heading: string): TableColumn {
  return { heading, align: "right" };
}

/** Headings of the two limits of an interval and the people behind it. */
export function supportColumns(study: PublicStudy, whose = ""): readonly TableColumn[] {
  const level = printLevel({ level: study.confidence_level });
  return [right(`${level} CI, lower${whose}`), right(`${level} CI, upper${whose}`), right(`n${whose}`)];
}

/** The two limits of an interval and the people behind it. */
export function supportCells(result: Result | undefined): readonly TableCell[] {
  return [...limitCells(result), countCell(result)];
}

/** Whether there is anything to read in a table of these results: one that is shown, or held back. */
export function isWorthATable(results: readonly (Result | undefined)[]): boolean {
  return results.some((result) => result !== undefined && result.kind !== "unavailable");
}

/**
 * What must be known when reading a table: cautions of its results, each once, after what they are about when they are
 * not about all of it.
 */
export function cautionNotes(
  lines: readonly { readonly label: string; readonly result: Result | undefined }[],
): readonly string[] {
  const told = lines.flatMap(({ label, result }) =>
    result?.kind === "estimate" ? [{ label, cautions: result.cautions.filter(isWorthANote) }] : [],
  );
  const cautions = [...new Set(told.flatMap((one) => one.cautions))];
  return cautions.map((caution) => {
    const labels = told.filter((one) => one.cautions.includes(caution)).map((one) => one.label);
    const shared = labels.length === told.length;
    return shared ? `${capitalise(caution)}.` : `${[...new Set(labels)].join("; ")}: ${caution}.`;
  });
}

/** Said once elsewhere in the report: the number of Trusts, and the design. */
function isWorthANote(caution: string): boolean {
  return !/^\d+ (Trusts|clusters)$/.test(caution) && !caution.startsWith("single arm");
}

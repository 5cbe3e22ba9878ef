import type { headings } from "../ingest/formats/cost-return-layout.js";
import { quote } from "./cost-cell-words.js";
import type { CostRow } from "./cost-row.js";
import { programmeComponent, type LineContext, type SpendingLine } from "./cost-line.js";

export const yesOrNo = ["yes", "no"] as const;

type SpendingHeading = Pick<typeof headings.Staff, "usefulLife" | "capacity" | "share" | "reference">;

/** Cells that may be blank on a line of staff time or of other costs. */
export function readSpending(
  row: CostRow,
  heading: SpendingHeading,
): Pick<SpendingLine, "usefulLife" | "capacity" | "share" | "reference"> {
  return {
    usefulLife: row.isBlank(heading.usefulLife) ? null : row.years(heading.usefulLife),
    capacity: row.isBlank(heading.capacity) ? null : row.count(heading.capacity),
    share: row.isBlank(heading.share) ? 1 : (row.percent(heading.share) ?? 1),
    reference: row.text(heading.reference),
  };
}

/** An induction component, or the whole programme. */
export function readComponent(row: CostRow, heading: string, components: readonly string[]): string | null {
  const known = [programmeComponent, ...components];
  return row.code(heading, known, `choose from the drop-down; ${programmeComponent} serves the whole`);
}

/** A pay point of the price year; of one that only another year has, that year is told. */
export function readPayPoint(
  row: CostRow,
  heading: string,
  { payPoints, priceYear, otherYears }: LineContext,
): string | null {
  const known = [...payPoints.keys()];
  const first = String(row.value(heading) ?? "")
    .split(/\s/)[0]!
    .toLowerCase();
  const isIn = (keys: Iterable<string>) => [...keys].some((key) => key.toLowerCase() === first);
  const years = [...otherYears].flatMap(([year, points]) => (isIn(points.keys()) ? [year] : []));
  if (isIn(known) || years.length === 0)
    return row.code(heading, known, "choose from the drop-down; the price year has a figure for each");
  return row.complain(heading, {
    code: "cost-unknown-code",
    message: `pay point: expected one of ${priceYear}, got ${quote(first)}, which is one of ${years.join(" and ")}`,
    expected: `a pay point of ${priceYear} from the drop-down`,
    found: quote(first),
    fix: `choose the pay point of ${priceYear} that the grade has now`,
  });
}

import { levels, overLevels, type Level, type Range } from "./assumptions.js";
import { ownStrands, type EstimateLine } from "./lines.js";
import type { EstimateComponent } from "./estimate-data.js";

/** One part of the year's cost: a component, a strand or a category. Whole pence. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly pence: Range;
}

/** The ways to divide a year's cost; each line is in exactly one part of each. */
export interface Parts {
  readonly component: readonly Part[];
  readonly strand: readonly Part[];
  readonly category: readonly Part[];
}

/** The year's cost by component, strand and category. Parts without a line are left out. */
export function partsOf(
  lines: Readonly<Record<Level, readonly EstimateLine[]>>,
  components: readonly EstimateComponent[],
): Parts {
  const labels = new Map(components.map(({ id, label }) => [id, label]));
  const by = (keyOf: (line: EstimateLine) => string, labelOf: (key: string) => string) => {
    const keys = [...new Set(levels.flatMap((level) => lines[level].map(keyOf)))];
    return keys.map((key): Part => ({
      key,
      label: labelOf(key),
      pence: overLevels((level) =>
        lines[level].reduce((sum, line) => sum + (keyOf(line) === key ? line.yearPence : 0), 0),
      ),
    }));
  };
  return {
    component: by(
      (line) => line.component,
      (key) => labels.get(key) ?? ownStrands[key] ?? key,
    ),
    strand: by(
      (line) => line.strand,
      (key) => key,
    ),
    category: by(
      (line) => line.category,
      (key) => key,
    ),
  };
}

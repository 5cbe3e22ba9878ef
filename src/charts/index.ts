import type { Chart } from "./chart.js";
import { changeByTrust } from "./change-by-trust.js";
import { costByCategory } from "./cost-by-category.js";
import { costByCohortSize } from "./cost-by-cohort-size.js";
import { costOneWay } from "./cost-one-way.js";
import { coverageHeatMap } from "./coverage-heat-map.js";
import { milestoneCurves } from "./milestone-curves.js";
import { providedUsefulGap } from "./provided-useful-gap.js";
import { responseFlow } from "./response-flow.js";
import { settlingInItems } from "./settling-in-items.js";

/** Every chart, in the order of the report. A new one is a file and a line here. */
export const charts: readonly Chart[] = [
  responseFlow,
  coverageHeatMap,
  settlingInItems,
  changeByTrust,
  milestoneCurves,
  providedUsefulGap,
  costByCategory,
  costByCohortSize,
  costOneWay,
];

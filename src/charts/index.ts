import type { Chart } from "./chart.js";
import { changeByTrust } from "./change-by-trust.js";
import { coverageHeatMap } from "./coverage-heat-map.js";
import { responseFlow } from "./response-flow.js";
import { settlingInItems } from "./settling-in-items.js";

/** Every chart, in the order of the report. A new one is a file and a line here. */
export const charts: readonly Chart[] = [responseFlow, coverageHeatMap, settlingInItems, changeByTrust];

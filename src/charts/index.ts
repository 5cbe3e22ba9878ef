import type { Chart } from "./chart.js";
import { responseFlow } from "./response-flow.js";

/** Every chart, in the order of the report. A new one is a file and a line here. */
export const charts: readonly Chart[] = [responseFlow];

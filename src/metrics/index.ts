import { benchmarks } from "./benchmarks.js";
import { choices } from "./choices.js";
import { coverage } from "./coverage.js";
import { gap } from "./gap.js";
import { heterogeneity } from "./heterogeneity.js";
import { items } from "./items.js";
import type { Metric } from "./metric.js";
import { milestones } from "./milestones.js";
import { nonResponse } from "./non-response.js";
import { quality } from "./quality.js";
import { reliability } from "./reliability.js";
import { response } from "./response.js";
import { retention } from "./retention.js";
import { scales } from "./scales.js";
import { sensitivity } from "./sensitivity.js";
import { setup } from "./setup.js";
import { standards } from "./standards.js";
import { weighted } from "./weighted.js";

/** Every metric, in the order of the report. A new one is a file and a line here. */
export const metrics: readonly Metric[] = [
  response,
  coverage,
  standards,
  scales,
  items,
  setup,
  milestones,
  gap,
  choices,
  retention,
  sensitivity,
  heterogeneity,
  nonResponse,
  weighted,
  reliability,
  benchmarks,
  quality,
];

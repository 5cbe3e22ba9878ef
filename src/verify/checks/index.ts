import type { MethodCheck } from "../check.js";
import { clustersChecks } from "./clusters.js";
import { distributionsChecks } from "./distributions.js";
import { likertChecks } from "./likert.js";
import { meansChecks } from "./means.js";
import { multiplicityChecks } from "./multiplicity.js";
import { ordinalChecks } from "./ordinal.js";
import { pairedChecks } from "./paired.js";
import { poolingChecks } from "./pooling.js";
import { proportionsChecks } from "./proportions.js";
import { reliabilityChecks } from "./reliability.js";
import { resamplingChecks } from "./resampling.js";
import { survivalChecks } from "./survival.js";
import { tablesChecks } from "./tables.js";
import { unpairedChecks } from "./unpaired.js";
import { weightingChecks } from "./weighting.js";

/** Every method with outside reference values: one list a family. */
export const methodChecks: readonly MethodCheck[] = [
  ...distributionsChecks,
  ...meansChecks,
  ...proportionsChecks,
  ...likertChecks,
  ...reliabilityChecks,
  ...pairedChecks,
  ...unpairedChecks,
  ...tablesChecks,
  ...ordinalChecks,
  ...survivalChecks,
  ...poolingChecks,
  ...clustersChecks,
  ...resamplingChecks,
  ...weightingChecks,
  ...multiplicityChecks,
];

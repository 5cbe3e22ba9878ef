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

/** Methods of one kind. */
export interface MethodFamily {
  readonly label: string;
  readonly checks: readonly MethodCheck[];
}

/** Every method with outside reference values, by family. A new family is a file and a line here. */
export const families: readonly MethodFamily[] = [
  { label: "Distributions", checks: distributionsChecks },
  { label: "Means and quantiles", checks: meansChecks },
  { label: "Proportions", checks: proportionsChecks },
  { label: "Likert items", checks: likertChecks },
  { label: "Reliability of a scale", checks: reliabilityChecks },
  { label: "Paired: the same people twice", checks: pairedChecks },
  { label: "Unpaired: two or more groups", checks: unpairedChecks },
  { label: "Tables of counts", checks: tablesChecks },
  { label: "Ordinal regression", checks: ordinalChecks },
  { label: "Time to an event", checks: survivalChecks },
  { label: "Pooling over Trusts", checks: poolingChecks },
  { label: "Few clusters", checks: clustersChecks },
  { label: "Bootstrap and permutation", checks: resamplingChecks },
  { label: "Weighting and missing answers", checks: weightingChecks },
  { label: "Multiplicity", checks: multiplicityChecks },
];

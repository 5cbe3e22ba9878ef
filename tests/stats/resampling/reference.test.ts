import { describe } from "vitest";
import { resamplingChecks } from "../../../src/verify/checks/resampling.js";
import { testAgainstReference } from "../reference.js";

describe("bootstrap and permutation", () => {
  testAgainstReference(resamplingChecks, {
    "bootstrap-percentile": 1e-12,
    "bootstrap-bca": 1e-11,
    "bootstrap-bca-ties-half": 1e-11,
    "bootstrap-t": 1e-11,
    "permutation-means": 1e-12,
  });
});

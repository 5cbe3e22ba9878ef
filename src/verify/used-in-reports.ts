/**
 * Statistics that metrics and costs call, by the name under which `stats/index.ts` exports them: what a run verifies
 * before it writes a report. A test compares the list with what those rooms import.
 */
export const usedInReports: readonly string[] = [
  "adjustPValues",
  "chooseInterval",
  "clusterMeans",
  "clusterRobustMean",
  "itemAnalysis",
  "kaplanMeier",
  "mean",
  "meanBounds",
  "median",
  "nonResponseBounds",
  "numbersAtRisk",
  "omegaTotal",
  "poolLeavingOneOut",
  "poolRandomEffects",
  "predictNext",
  "quantiles",
  "rake",
  "scoreItems",
  "signFlipTest",
  "standardDeviation",
  "survivalAt",
  "tInterval",
  "tTestOfClusterMeans",
  "tauSquaredInterval",
  "weightedMean",
  "weightedProportion",
  "wilsonInterval",
  "wilsonIntervalClustered",
];

// Every statistic, grouped by family: reads as a table of contents. `pilot-eval verify` runs each.

// Distributions
export { betaCdf, betaQuantile, betaUpperQuantile, betaUpperTail } from "./distributions/beta.js";
export {
  binomialCdf,
  binomialProbability,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from "./distributions/binomial.js";
export {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from "./distributions/chi-squared.js";
export { fCdf, fQuantile, fUpperQuantile, fUpperTail } from "./distributions/f-distribution.js";
export { gammaCdf, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from "./distributions/gamma.js";
export {
  hypergeometricCdf,
  hypergeometricProbability,
  hypergeometricQuantile,
  hypergeometricUpperQuantile,
  hypergeometricUpperTail,
} from "./distributions/hypergeometric.js";
export { noncentralTCdf, noncentralTLimits } from "./distributions/noncentral-t.js";
export { normalCdf, normalQuantile, normalUpperQuantile, normalUpperTail } from "./distributions/normal.js";
export {
  studentTCdf,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from "./distributions/student-t.js";

// Means and quantiles
export { mean, median, quantile, standardDeviation } from "./means/summary.js";
export { quantiles } from "./means/quantiles.js";
export { hedgesCorrection } from "./means/hedges-correction.js";
export { tInterval } from "./means/t-interval.js";

// Proportions
export { binomialTest } from "./proportions/binomial-test.js";
export { clopperPearsonInterval } from "./proportions/clopper-pearson.js";
export { newcombeDifference } from "./proportions/newcombe.js";
export { wilsonInterval } from "./proportions/wilson.js";
export { wilsonIntervalClustered } from "./proportions/clustered-wilson.js";

// Likert items
export { answerShares, countAnswers } from "./likert/counts.js";
export { quantileOfCounts, summariseCounts } from "./likert/summary.js";
export { topBoxShare } from "./likert/boxes.js";
export { netScore } from "./likert/net-score.js";
export { scaleScores } from "./likert/scale-scores.js";

// Reliability of a scale
export { cronbachAlpha } from "./reliability/alpha.js";
export { itemAnalysis } from "./reliability/item-analysis.js";
export { bootstrapAlpha } from "./reliability/bootstrap-alpha.js";
export { omegaTotal } from "./reliability/omega.js";

// Paired: the same people twice
export { differences } from "./paired/differences.js";
export { pairedTTest } from "./paired/paired-t-test.js";
export { dAverage, dZ } from "./paired/standardised-change.js";
export { hodgesLehmann } from "./paired/hodges-lehmann.js";
export { signedRankTest } from "./paired/signed-rank-test.js";
export { matchedRankBiserial } from "./paired/rank-biserial.js";
export { signTest } from "./paired/sign-test.js";
export { countPairs } from "./paired/paired-counts.js";
export { newcombePairedDifference } from "./paired/newcombe.js";
export { mcNemarTest } from "./paired/mcnemar.js";
export { stuartMaxwellTest } from "./paired/stuart-maxwell.js";

// Unpaired: two or more groups
export { brunnerMunzelFromCounts, brunnerMunzelTest } from "./unpaired/brunner-munzel.js";
export { cliffsDelta, cliffsDeltaFromCounts } from "./unpaired/cliffs-delta.js";
export { hedgesG } from "./unpaired/hedges-g.js";
export { hodgesLehmannShift, hodgesLehmannShiftFromCounts } from "./unpaired/hodges-lehmann-shift.js";
export { kruskalWallisPermutationTest } from "./unpaired/kruskal-wallis-permutation.js";
export { kruskalWallisFromCounts, kruskalWallisTest } from "./unpaired/kruskal-wallis.js";
export { mannWhitneyFromCounts, mannWhitneyTest } from "./unpaired/mann-whitney.js";
export {
  probabilityOfSuperiority,
  probabilityOfSuperiorityFromCounts,
} from "./unpaired/probability-of-superiority.js";
export { welchTTest } from "./unpaired/welch.js";

// Tables of counts
export { chiSquaredTest } from "./tables/chi-squared-test.js";
export { cochranArmitageExactTest } from "./tables/cochran-armitage-exact.js";
export { cochranArmitageTest } from "./tables/cochran-armitage.js";
export { fisherExactTest } from "./tables/fisher-exact.js";
export { fisherFreemanHaltonTest } from "./tables/fisher-freeman-halton.js";

// Ordinal regression
export { oddsRatiosByCut } from "./ordinal/odds-ratios-by-cut.js";
export { proportionalOdds } from "./ordinal/proportional-odds.js";

// Time to an event
export { kaplanMeier, survivalAt } from "./survival/kaplan-meier.js";
export { numbersAtRisk } from "./survival/numbers-at-risk.js";

// Pooling over Trusts
export { heterogeneity } from "./pooling/heterogeneity.js";
export { poolLeavingOneOut } from "./pooling/leave-one-out.js";
export { tauSquaredInterval } from "./pooling/q-profile.js";
export { poolRandomEffects } from "./pooling/random-effects.js";

// Few clusters
export { clusterMeans } from "./clusters/cluster-means.js";
export { clusterRobustDifference } from "./clusters/cluster-robust-difference.js";
export { clusterRobustMean } from "./clusters/cluster-robust-mean.js";
export { designEffect } from "./clusters/design-effect.js";
export { intraclassCorrelation } from "./clusters/intraclass-correlation.js";
export { predictNext } from "./clusters/predict-next.js";
export { signFlipTest } from "./clusters/sign-flip.js";
export { tTestOfClusterMeans } from "./clusters/t-test.js";
export { wildClusterBootstrapTest } from "./clusters/wild-bootstrap.js";

// Bootstrap and permutation
export { bootstrap } from "./resampling/bootstrap.js";
export { bootstrapFromCounts } from "./resampling/bootstrap-counts.js";
export { bootstrapMean } from "./resampling/bootstrap-mean.js";
export { jackknife, jackknifeAcceleration } from "./resampling/jackknife.js";
export { permutationTest } from "./resampling/permutation-test.js";
export { bcaInterval, bootstrapTInterval, percentileInterval } from "./resampling/replicate-intervals.js";

// Draws for a simulation
export type { Distribution } from "./draws/distribution.js";
export { drawShares, drawValues } from "./draws/draw.js";
export type { SimulationPlan } from "./draws/draw.js";

// Weighting and missing answers
export { kishEffectiveN } from "./weighting/kish.js";
export { rake } from "./weighting/rake.js";
export { weightedMean, weightedProportion } from "./weighting/weighted-mean.js";
export { meanBounds, nonResponseBounds } from "./missingness/non-response-bounds.js";
export { scoreItems } from "./missingness/item-rules.js";

// Multiplicity
export { adjustPValues } from "./multiplicity/adjust-p-values.js";

// Which interval for which data
export { chooseInterval } from "./policy/choose-interval.js";

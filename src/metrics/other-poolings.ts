import { clusterMeans } from "../stats/clusters/cluster-means.js";
import { clusterRobustMean } from "../stats/clusters/cluster-robust-mean.js";
import { signFlipTest } from "../stats/clusters/sign-flip.js";
import { tTestOfClusterMeans } from "../stats/clusters/t-test.js";
import { poolRandomEffects } from "../stats/pooling/random-effects.js";
import type { EstimatesToPool } from "../stats/pooling/random-effects.js";
import type { Unavailable } from "../stats/unavailable.js";

/** What a way to pool gives: an estimate with its interval, or a test alone. */
export interface Pooled {
  readonly kind: string;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Student t with its degrees of freedom; the sign changes have neither. */
  readonly statistic?: number;
  readonly df?: number | null;
  readonly pValue: number;
  readonly method: string;
}

export interface Pooling {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  pool(clusters: readonly (readonly number[])[], level: number): Pooled | Unavailable;
}

/** Ways to pool a change over Trusts besides that of the report. A new one is an entry here. */
export const otherPoolings: readonly Pooling[] = [
  {
    id: "paule-mandel",
    label: "variance between Trusts by Paule and Mandel",
    reference: "Paule and Mandel 1982, J Res Natl Bur Stand 87:377-385",
    pool: (clusters, level) => poolMeans(clusters, { level, tauSquared: "Paule-Mandel" }),
  },
  {
    id: "dersimonian-laird",
    label: "variance between Trusts by DerSimonian and Laird",
    reference: "DerSimonian and Laird 1986, Control Clin Trials 7:177-188",
    pool: (clusters, level) => poolMeans(clusters, { level, tauSquared: "DerSimonian-Laird" }),
  },
  {
    id: "trust-means",
    label: "each Trust counts the same, whatever its size",
    reference: "Student 1908, Biometrika 6:1-25",
    pool: (clusters, level) => tTestOfClusterMeans(clusters, { level }),
  },
  {
    id: "people",
    label: "each person counts the same, with an interval that knows people of one Trust are alike",
    reference: "Bell and McCaffrey 2002, Surv Methodol 28:169-181 (CR2)",
    pool: (clusters, level) => clusterRobustMean(clusters, { level }),
  },
  {
    id: "sign-flip",
    label: "exact test by changing the signs of the Trusts' means",
    reference: "Canay, Romano and Shaikh 2017, Econometrica 85:1013-1030",
    pool: (clusters, level) => {
      const flipped = signFlipTest(clusters, { level });
      if (flipped.kind === "unavailable") return flipped;
      const least = flipped.smallestPValue.toFixed(4);
      return {
        ...flipped,
        method: `exact; with ${flipped.k} groups of Trusts p cannot be below ${least}`,
      };
    },
  },
];

function poolMeans(
  clusters: readonly (readonly number[])[],
  options: Omit<EstimatesToPool, "estimates" | "variances">,
): Pooled | Unavailable {
  const means = clusterMeans(clusters);
  if (means.kind === "unavailable") return means;
  return poolRandomEffects({
    estimates: means.clusters.map((cluster) => cluster.estimate),
    variances: means.clusters.map((cluster) => cluster.variance),
    ...options,
  });
}

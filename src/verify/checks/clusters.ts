import { clusterMeans } from "../../stats/clusters/cluster-means.js";
import type { VarianceWithin } from "../../stats/clusters/cluster-means.js";
import { clusterRobustDifference } from "../../stats/clusters/cluster-robust-difference.js";
import { clusterRobustMean } from "../../stats/clusters/cluster-robust-mean.js";
import type { ClusterCorrection } from "../../stats/clusters/cluster-robust-variance.js";
import { designEffect } from "../../stats/clusters/design-effect.js";
import { intraclassCorrelation } from "../../stats/clusters/intraclass-correlation.js";
import type { Clusters } from "../../stats/clusters/observed-clusters.js";
import { predictNext } from "../../stats/clusters/predict-next.js";
import type { PredictNextOptions } from "../../stats/clusters/predict-next.js";
import { signFlipTest } from "../../stats/clusters/sign-flip.js";
import { tTestOfClusterMeans } from "../../stats/clusters/t-test.js";
import type { ClusterTestOptions } from "../../stats/clusters/t-test.js";
import { wildClusterBootstrapTest } from "../../stats/clusters/wild-bootstrap.js";
import type { WildWeights } from "../../stats/clusters/wild-bootstrap.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Values {
  readonly clusters: Clusters;
}
type Tested = Values & ClusterTestOptions;
type Robust = Tested & { readonly correction: ClusterCorrection };
interface TwoGroups extends ClusterTestOptions {
  readonly first: Clusters;
  readonly second: Clusters;
  readonly correction: ClusterCorrection;
}
type Means = Values & { readonly variance: VarianceWithin };
type Wild = Values & { readonly nullValue: number; readonly weights: WildWeights };
type Correlated = Values & { readonly level: number };

const robustMean = ({ clusters, ...options }: Robust) => clusterRobustMean(clusters, options);
const wildTest = ({ clusters, ...options }: Wild) => wildClusterBootstrapTest(clusters, options);
const correlation = ({ clusters, level }: Correlated) => intraclassCorrelation(clusters, level);
const meansOf = ({ clusters, variance }: Means) => clusterMeans(clusters, variance);

/** Means of people in few clusters, and how alike people of one cluster are. */
export const clustersChecks: readonly MethodCheck[] = [
  methodCheck<Means>({
    id: "cluster-means",
    label: "Cluster means, variance pooled",
    functions: ["clusterMeans"],
    solution: "closed form",
    run: meansOf,
  }),
  methodCheck<Means>({
    id: "cluster-means-own",
    label: "Cluster means, own variances",
    functions: ["clusterMeans"],
    solution: "closed form",
    run: meansOf,
  }),
  methodCheck<Robust>({
    id: "cluster-robust-cr2",
    label: "Mean with CR2 variance, Satterthwaite t",
    functions: ["clusterRobustMean"],
    solution: "closed form",
    nearZero: 1e-12,
    run: robustMean,
  }),
  methodCheck<Robust>({
    id: "cluster-robust-cr1",
    label: "Mean with CR1 variance",
    functions: ["clusterRobustMean"],
    solution: "closed form",
    nearZero: 1e-12,
    run: robustMean,
  }),
  methodCheck<TwoGroups>({
    id: "cluster-robust-difference",
    label: "Difference of means, CR2 and CR1",
    functions: ["clusterRobustDifference"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ first, second, ...options }) => clusterRobustDifference(first, second, options),
  }),
  methodCheck<Tested>({
    id: "cluster-t-test",
    label: "Student t of cluster means",
    functions: ["tTestOfClusterMeans"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ clusters, ...options }) => tTestOfClusterMeans(clusters, options),
  }),
  methodCheck<{ readonly values: readonly number[] } & PredictNextOptions>({
    id: "predict-next",
    label: "Prediction of one further value",
    functions: ["predictNext"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ values, ...options }) => predictNext(values, options),
  }),
  methodCheck<Tested>({
    id: "sign-flip",
    label: "Sign changes of cluster means, exact",
    functions: ["signFlipTest"],
    solution: "exact",
    run: ({ clusters, ...options }) => signFlipTest(clusters, options),
  }),
  methodCheck<Wild>({
    id: "wild-bootstrap",
    label: "Wild cluster bootstrap, all draws",
    functions: ["wildClusterBootstrapTest"],
    solution: "exact",
    nearZero: 1e-12,
    run: wildTest,
  }),
  methodCheck<Wild>({
    id: "wild-bootstrap-webb-6",
    label: "Wild cluster bootstrap, Webb, six clusters",
    functions: ["wildClusterBootstrapTest"],
    solution: "exact",
    nearZero: 1e-12,
    run: wildTest,
  }),
  methodCheck<Correlated>({
    id: "icc-balanced",
    label: "Intraclass correlation, equal sizes",
    functions: ["intraclassCorrelation"],
    solution: "closed form",
    run: correlation,
  }),
  methodCheck<Correlated>({
    id: "icc",
    label: "Intraclass correlation",
    functions: ["intraclassCorrelation"],
    solution: "closed form",
    run: correlation,
  }),
  methodCheck<Parameters<typeof designEffect>[0]>({
    id: "design-effect",
    label: "Design effect",
    functions: ["designEffect"],
    solution: "closed form",
    run: designEffect,
  }),
];

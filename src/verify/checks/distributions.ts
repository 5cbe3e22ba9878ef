import { betaCdf, betaQuantile, betaUpperQuantile, betaUpperTail } from "../../stats/distributions/beta.js";
import * as binomial from "../../stats/distributions/binomial.js";
import * as chiSquared from "../../stats/distributions/chi-squared.js";
import { fCdf, fQuantile, fUpperQuantile, fUpperTail } from "../../stats/distributions/f-distribution.js";
import {
  gammaCdf,
  gammaQuantile,
  gammaUpperQuantile,
  gammaUpperTail,
} from "../../stats/distributions/gamma.js";
import * as hypergeometric from "../../stats/distributions/hypergeometric.js";
import type { Urn } from "../../stats/distributions/hypergeometric.js";
import * as normal from "../../stats/distributions/normal.js";
import * as studentT from "../../stats/distributions/student-t.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

/** Many values of one distribution are one case, so that a file of them stays small. */
type Numbers = readonly number[];
interface Probabilities {
  readonly p: Numbers;
}
interface Shapes {
  readonly a: number;
  readonly b: number;
}
interface Gamma {
  readonly shape: number;
  readonly scale: number;
}
interface Df {
  readonly df: number;
}
interface TwoDfs {
  readonly numeratorDf: number;
  readonly denominatorDf: number;
}
interface Trials {
  readonly n: number;
  readonly probability: number;
}

const tails = (values: Numbers, below: (value: number) => number, above: (value: number) => number) => ({
  lower: values.map(below),
  upper: values.map(above),
});
const quantiles = (p: Numbers, below: (p: number) => number, above: (q: number) => number) => ({
  quantile: p.map(below),
  upperQuantile: p.map(above),
});

/** Distributions: both tails, quantiles from either tail, and point probabilities of the discrete ones. */
export const distributionsChecks: readonly MethodCheck[] = [
  methodCheck<{ readonly z: Numbers }>({
    id: "normal-tails",
    label: "Normal distribution, both tails",
    functions: ["normalCdf", "normalUpperTail"],
    solution: "closed form",
    run: ({ z }) => tails(z, normal.normalCdf, normal.normalUpperTail),
  }),
  methodCheck<Probabilities>({
    id: "normal-quantile",
    label: "Normal distribution, quantiles",
    functions: ["normalQuantile", "normalUpperQuantile"],
    solution: "closed form",
    run: ({ p }) => quantiles(p, normal.normalQuantile, normal.normalUpperQuantile),
  }),
  methodCheck<Df & { readonly t: Numbers }>({
    id: "student-t-tails",
    label: "Student t distribution, both tails",
    functions: ["studentTCdf", "studentTUpperTail"],
    solution: "closed form",
    run: ({ t, df }) =>
      tails(
        t,
        (one) => studentT.studentTCdf(one, df),
        (one) => studentT.studentTUpperTail(one, df),
      ),
  }),
  methodCheck<Df & Probabilities>({
    id: "student-t-quantile",
    label: "Student t distribution, quantiles",
    functions: ["studentTQuantile", "studentTUpperQuantile"],
    solution: "closed form",
    run: ({ p, df }) =>
      quantiles(
        p,
        (one) => studentT.studentTQuantile(one, df),
        (one) => studentT.studentTUpperQuantile(one, df),
      ),
  }),
  methodCheck<Df & { readonly x: Numbers }>({
    id: "chi-squared-tails",
    label: "Chi-squared distribution, both tails",
    functions: ["chiSquaredCdf", "chiSquaredUpperTail"],
    solution: "closed form",
    run: ({ x, df }) =>
      tails(
        x,
        (one) => chiSquared.chiSquaredCdf(one, df),
        (one) => chiSquared.chiSquaredUpperTail(one, df),
      ),
  }),
  methodCheck<Df & Probabilities>({
    id: "chi-squared-quantile",
    label: "Chi-squared distribution, quantiles",
    functions: ["chiSquaredQuantile", "chiSquaredUpperQuantile"],
    solution: "closed form",
    run: ({ p, df }) =>
      quantiles(
        p,
        (one) => chiSquared.chiSquaredQuantile(one, df),
        (one) => chiSquared.chiSquaredUpperQuantile(one, df),
      ),
  }),
  methodCheck<Gamma & { readonly x: Numbers }>({
    id: "gamma-tails",
    label: "Gamma distribution, both tails",
    functions: ["gammaCdf", "gammaUpperTail"],
    solution: "closed form",
    run: ({ x, shape, scale }) =>
      tails(
        x,
        (one) => gammaCdf(one, shape, scale),
        (one) => gammaUpperTail(one, shape, scale),
      ),
  }),
  methodCheck<Gamma & Probabilities>({
    id: "gamma-quantile",
    label: "Gamma distribution, quantiles",
    functions: ["gammaQuantile", "gammaUpperQuantile"],
    solution: "closed form",
    run: ({ p, shape, scale }) =>
      quantiles(
        p,
        (one) => gammaQuantile(one, shape, scale),
        (one) => gammaUpperQuantile(one, shape, scale),
      ),
  }),
  methodCheck<Shapes & { readonly x: Numbers }>({
    id: "beta-tails",
    label: "Beta distribution, both tails",
    functions: ["betaCdf", "betaUpperTail"],
    solution: "closed form",
    run: ({ x, a, b }) =>
      tails(
        x,
        (one) => betaCdf(one, a, b),
        (one) => betaUpperTail(one, a, b),
      ),
  }),
  methodCheck<Shapes & Probabilities>({
    id: "beta-quantile",
    label: "Beta distribution, quantiles",
    functions: ["betaQuantile", "betaUpperQuantile"],
    solution: "closed form",
    run: ({ p, a, b }) =>
      quantiles(
        p,
        (one) => betaQuantile(one, a, b),
        (one) => betaUpperQuantile(one, a, b),
      ),
  }),
  methodCheck<TwoDfs & { readonly f: Numbers }>({
    id: "f-tails",
    label: "F distribution, both tails",
    functions: ["fCdf", "fUpperTail"],
    solution: "closed form",
    run: ({ f, numeratorDf, denominatorDf }) =>
      tails(
        f,
        (one) => fCdf(one, numeratorDf, denominatorDf),
        (one) => fUpperTail(one, numeratorDf, denominatorDf),
      ),
  }),
  methodCheck<TwoDfs & Probabilities>({
    id: "f-quantile",
    label: "F distribution, quantiles",
    functions: ["fQuantile", "fUpperQuantile"],
    solution: "closed form",
    run: ({ p, numeratorDf, denominatorDf }) =>
      quantiles(
        p,
        (one) => fQuantile(one, numeratorDf, denominatorDf),
        (one) => fUpperQuantile(one, numeratorDf, denominatorDf),
      ),
  }),
  methodCheck<Trials & { readonly successes: Numbers }>({
    id: "binomial-probability",
    label: "Binomial distribution, point probabilities",
    functions: ["binomialProbability"],
    solution: "closed form",
    run: ({ successes, n, probability }) =>
      successes.map((one) => binomial.binomialProbability(one, n, probability)),
  }),
  methodCheck<Trials & { readonly successes: Numbers }>({
    id: "binomial-tails",
    label: "Binomial distribution, both tails",
    functions: ["binomialCdf", "binomialUpperTail"],
    solution: "closed form",
    run: ({ successes, n, probability }) =>
      tails(
        successes,
        (one) => binomial.binomialCdf(one, n, probability),
        (one) => binomial.binomialUpperTail(one, n, probability),
      ),
  }),
  methodCheck<Trials & Probabilities>({
    id: "binomial-quantile",
    label: "Binomial distribution, quantiles",
    functions: ["binomialQuantile", "binomialUpperQuantile"],
    solution: "exact",
    run: ({ p, n, probability }) =>
      quantiles(
        p,
        (one) => binomial.binomialQuantile(one, n, probability),
        (one) => binomial.binomialUpperQuantile(one, n, probability),
      ),
  }),
  methodCheck<{ readonly drawn: Numbers; readonly urn: Urn }>({
    id: "hypergeometric-probability",
    label: "Hypergeometric distribution, point probabilities",
    functions: ["hypergeometricProbability"],
    solution: "closed form",
    run: ({ drawn, urn }) => drawn.map((one) => hypergeometric.hypergeometricProbability(one, urn)),
  }),
  methodCheck<{ readonly drawn: Numbers; readonly urn: Urn }>({
    id: "hypergeometric-tails",
    label: "Hypergeometric distribution, both tails",
    functions: ["hypergeometricCdf", "hypergeometricUpperTail"],
    solution: "exact",
    run: ({ drawn, urn }) =>
      tails(
        drawn,
        (one) => hypergeometric.hypergeometricCdf(one, urn),
        (one) => hypergeometric.hypergeometricUpperTail(one, urn),
      ),
  }),
  methodCheck<Probabilities & { readonly urn: Urn }>({
    id: "hypergeometric-quantile",
    label: "Hypergeometric distribution, quantiles",
    functions: ["hypergeometricQuantile", "hypergeometricUpperQuantile"],
    solution: "exact",
    run: ({ p, urn }) =>
      quantiles(
        p,
        (one) => hypergeometric.hypergeometricQuantile(one, urn),
        (one) => hypergeometric.hypergeometricUpperQuantile(one, urn),
      ),
  }),
];

import type { Alternative } from "../../stats/alternative.js";
import { noncentralTCdf, noncentralTLimits } from "../../stats/distributions/noncentral-t.js";
import { differences } from "../../stats/paired/differences.js";
import { hodgesLehmann } from "../../stats/paired/hodges-lehmann.js";
import { mcNemarTest } from "../../stats/paired/mcnemar.js";
import { newcombePairedDifference } from "../../stats/paired/newcombe.js";
import { countPairs } from "../../stats/paired/paired-counts.js";
import type { ChangedCounts, PairedCounts } from "../../stats/paired/paired-counts.js";
import { pairedTTest } from "../../stats/paired/paired-t-test.js";
import { matchedRankBiserial } from "../../stats/paired/rank-biserial.js";
import { signTest } from "../../stats/paired/sign-test.js";
import { signedRankTest } from "../../stats/paired/signed-rank-test.js";
import type { SignedRankOptions } from "../../stats/paired/signed-rank-test.js";
import type { ZeroRule } from "../../stats/paired/signed-ranks.js";
import { dAverage, dZ } from "../../stats/paired/standardised-change.js";
import { stuartMaxwellTest } from "../../stats/paired/stuart-maxwell.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Changes {
  readonly differences: readonly number[];
}
interface Scores<Score = number> {
  readonly before: readonly Score[];
  readonly after: readonly Score[];
}
interface Level {
  readonly level: number;
}

const signedRank = (id: string, label: string, solution: MethodCheck["solution"]) =>
  methodCheck<Changes & { readonly options: SignedRankOptions }>({
    id,
    label: `Signed-rank test, ${label}`,
    functions: ["signedRankTest"],
    solution,
    run: (input) => signedRankTest(input.differences, input.options),
  });

/** Change of the same people: tests, typical change, and effect sizes. */
export const pairedChecks: readonly MethodCheck[] = [
  signedRank("signed-rank-pratt", "exact, zeros by Pratt", "exact"),
  signedRank("signed-rank-wilcoxon", "exact, zeros dropped", "exact"),
  signedRank("signed-rank-pratt-normal", "normal approximation, zeros by Pratt", "closed form"),
  signedRank("signed-rank-wilcoxon-normal", "normal approximation, zeros dropped", "closed form"),
  signedRank("signed-rank-corrected", "normal approximation with continuity correction", "closed form"),
  methodCheck<Scores>({
    id: "signed-rank-from-scores",
    label: "Signed-rank test, exact, from scores before and after",
    functions: ["differences", "signedRankTest"],
    solution: "exact",
    run: ({ before, after }) => signedRankTest(differences(before, after)),
  }),
  methodCheck<Changes & { readonly alternative: Alternative }>({
    id: "sign-test",
    label: "Sign test, exact",
    functions: ["signTest"],
    solution: "exact",
    run: (input) => signTest(input.differences, input.alternative),
  }),
  methodCheck<Changes & Level>({
    id: "hodges-lehmann",
    label: "Hodges-Lehmann estimate and interval, no ties",
    functions: ["hodgesLehmann"],
    solution: "exact",
    run: (input) => hodgesLehmann(input.differences, input.level),
  }),
  methodCheck<Changes & Level>({
    id: "hodges-lehmann-tied",
    label: "Hodges-Lehmann estimate and interval, ties and zeros",
    functions: ["hodgesLehmann"],
    solution: "exact",
    run: (input) => hodgesLehmann(input.differences, input.level),
  }),
  methodCheck<ChangedCounts>({
    id: "mcnemar",
    label: "McNemar test, exact and mid-p",
    functions: ["mcNemarTest"],
    solution: "exact",
    run: (input) => mcNemarTest(input),
  }),
  methodCheck<Scores<boolean>>({
    id: "count-pairs",
    label: "Counts of paired answers",
    functions: ["countPairs"],
    solution: "exact",
    run: ({ before, after }) => countPairs(before, after),
  }),
  methodCheck<PairedCounts & Level>({
    id: "newcombe-paired",
    label: "Difference of paired proportions, Newcombe method 10",
    functions: ["newcombePairedDifference"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ level, ...counts }) => newcombePairedDifference(counts, level),
  }),
  methodCheck<{ readonly counts: readonly (readonly number[])[] }>({
    id: "stuart-maxwell",
    label: "Stuart-Maxwell test of marginal homogeneity",
    functions: ["stuartMaxwellTest"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ counts }) => stuartMaxwellTest(counts),
  }),
  methodCheck<{ readonly counts: readonly (readonly number[])[] }>({
    id: "stuart-maxwell-permutation",
    label: "Stuart-Maxwell test, exact permutation",
    functions: ["stuartMaxwellTest"],
    solution: "exact",
    run: ({ counts }) => stuartMaxwellTest(counts),
  }),
  methodCheck<Changes & { readonly zeros: ZeroRule }>({
    id: "rank-biserial",
    label: "Matched-pairs rank-biserial, zeros dropped",
    functions: ["matchedRankBiserial"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => matchedRankBiserial(input.differences, input.zeros),
  }),
  methodCheck<Changes & { readonly zeros: ZeroRule }>({
    id: "rank-biserial-pratt",
    label: "Matched-pairs rank-biserial, zeros by Pratt",
    functions: ["matchedRankBiserial"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => matchedRankBiserial(input.differences, input.zeros),
  }),
  methodCheck<Changes & { readonly options: Level & { readonly alternative: Alternative } }>({
    id: "paired-t",
    label: "Paired t test and interval",
    functions: ["pairedTTest"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => pairedTTest(input.differences, input.options),
  }),
  methodCheck<Changes & Level>({
    id: "d-z",
    label: "Standardised change d_z, Hedges' correction, noncentral t interval",
    functions: ["dZ"],
    solution: "iterative",
    nearZero: 1e-12,
    run: (input) => dZ(input.differences, input.level),
  }),
  methodCheck<Scores & Level>({
    id: "d-average",
    label: "Standardised change d_av, Hedges' correction, noncentral t interval",
    functions: ["dAverage"],
    solution: "iterative",
    run: ({ before, after, level }) => dAverage(before, after, level),
  }),
  methodCheck<{ readonly t: number; readonly df: number; readonly noncentrality: number }>({
    id: "noncentral-t",
    label: "Noncentral t, probability below",
    functions: ["noncentralTCdf"],
    solution: "closed form",
    run: ({ t, df, noncentrality }) => noncentralTCdf(t, df, noncentrality),
  }),
  methodCheck<{ readonly t: number; readonly df: number } & Level>({
    id: "noncentral-t-limits",
    label: "Noncentral t, limits of the noncentrality",
    functions: ["noncentralTLimits"],
    solution: "iterative",
    run: ({ t, df, level }) => noncentralTLimits(t, df, level),
  }),
];

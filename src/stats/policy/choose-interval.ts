import { argumentError } from "../argument-error.js";
import { checkWhole } from "../check-values.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { coverageTable } from "./coverage-table.js";

/** What a number is, which decides the interval it is given. */
export type DataKind =
  | "proportion"
  | "item"
  | "pooled proportion"
  | "change"
  | "score"
  | "pooled mean"
  | "continuous skewed"
  | "time to event"
  | "costs of Trusts";

/** An interval method, in the words of the results of the function that works it out. */
export type IntervalMethod =
  | "Wilson score"
  | "Clopper-Pearson"
  | "Wilson score, effective n and t over clusters"
  | "Student t"
  | "random effects, REML, modified Knapp-Hartung"
  | "bootstrap-t"
  | "Kaplan-Meier, log-log interval";

/** What is known of the data before an interval is chosen. */
export interface IntervalQuestion {
  readonly kind: DataKind;
  /** People, over all Trusts. */
  readonly n: number;
  /** Trusts with at least one person; 1 unless told. Read for pooled kinds alone. */
  readonly clusters?: number;
  /** Ask for a proportion's interval that never falls below its level, and is wider for it; false unless told. */
  readonly isExact?: boolean;
}

/** How often 95% intervals of a method held the truth in simulation, over the distributions tried. */
export interface SimulatedCoverage {
  readonly kind: "coverage";
  /** 0 to 1, from the worst distribution to the best. */
  readonly low: number;
  readonly high: number;
  /** What was simulated: "6 people", "6 Trusts, 36 people". */
  readonly size: string;
  readonly n: number;
  readonly clusters: number;
  /** What was drawn; for what is pooled, last, how alike people of one Trust were (intraclass correlation). */
  readonly distributions: readonly string[];
}

/** The interval to give. */
export interface IntervalChoice {
  readonly kind: "interval";
  readonly method: IntervalMethod;
  /** Why this one, in words a report can print. */
  readonly reason: string;
  readonly coverage: SimulatedCoverage | Unavailable;
}

/** No interval, why not, and what to show in its place. */
export interface NoInterval {
  readonly kind: "noInterval";
  readonly reason: string;
  readonly instead: string;
}

interface Policy {
  readonly method: IntervalMethod;
  readonly reason: string;
  /** Fewest people, besides one in each Trust for what is pooled. */
  readonly fewestPeople: number;
  readonly fewestClusters: number;
}

const WILSON: Policy = {
  method: "Wilson score",
  reason: "keeps close to its level, for few people and for shares near 0% and 100%",
  fewestPeople: 1,
  fewestClusters: 1,
};
const STUDENT: Policy = {
  method: "Student t",
  reason:
    "keeps close to its level on scores of few steps, where a bootstrap of few people can fall far below",
  fewestPeople: 2,
  fewestClusters: 1,
};
const POLICIES: Readonly<Record<Exclude<DataKind, "costs of Trusts">, Policy>> = {
  proportion: WILSON,
  item: WILSON,
  "pooled proportion": {
    method: "Wilson score, effective n and t over clusters",
    reason: "people of one Trust are alike, and few Trusts show by how much",
    fewestPeople: 0,
    fewestClusters: 2,
  },
  change: STUDENT,
  score: STUDENT,
  "pooled mean": {
    method: "random effects, REML, modified Knapp-Hartung",
    reason: "Trusts differ, and few Trusts show by how much; never narrower than the weights allow",
    fewestPeople: 1,
    fewestClusters: 2,
  },
  "continuous skewed": {
    method: "bootstrap-t",
    reason: "follows the longer tail, which Student t and other bootstraps fall short of",
    fewestPeople: 2,
    fewestClusters: 1,
  },
  "time to event": {
    method: "Kaplan-Meier, log-log interval",
    reason: "stays between 0% and 100% and keeps its level with few people",
    fewestPeople: 1,
    fewestClusters: 1,
  },
};
const EXACT: Policy = {
  ...WILSON,
  method: "Clopper-Pearson",
  reason: "asked for: never below its level, and wider for it",
};

/**
 * Which interval a number is given, and how often such intervals held the truth in simulation.
 *
 * The rule looks at the kind of data and at how many people and Trusts there are, never at the values, so that no one
 * can choose among results. Coverage is that of 95% intervals at the nearest size simulated at or below the one asked
 * for; a sample without an interval counted as a miss.
 *
 * @param question kind of data; n, a whole number of 0 or more; clusters, a whole number of at least 1
 * @returns the method, why, and its simulated coverage (unavailable where no size so small was simulated); or that no
 * interval is given, and what is shown instead
 * @throws RangeError when n or clusters is outside its range, or the kind is unknown
 * @see Newcombe (1998) Stat Med 17:857-872; IntHout, Ioannidis & Borm (2014) BMC Med Res Methodol 14:25; Röver, Knapp &
 * Friede (2015) BMC Med Res Methodol 15:99; the simulation is tests/bench/coverage.mjs
 * @example
 * chooseInterval({ kind: "costs of Trusts", n: 6 }) // => { kind: "noInterval", instead: "each Trust's value, their range, and where a new Trust's value is expected" }
 */
export function chooseInterval({
  kind,
  n,
  clusters = 1,
  isExact = false,
}: IntervalQuestion): IntervalChoice | NoInterval {
  checkWhole(n, 0, "chooseInterval: n");
  checkWhole(clusters, 1, "chooseInterval: clusters");
  if (kind === "costs of Trusts") return costsOfTrusts;
  const policy = policyOf(kind, isExact);
  if (clusters < policy.fewestClusters)
    return noInterval(`fewer than ${policy.fewestClusters} Trusts do not show how Trusts differ`);
  const inEachTrust = policy.fewestClusters > 1 ? clusters : 0;
  if (n < inEachTrust + policy.fewestPeople) return noInterval("too few people to show how people differ");
  const { method, reason } = policy;
  return { kind: "interval", method, reason, coverage: coverageOf(kind, policy, n, clusters) };
}

const costsOfTrusts: NoInterval = {
  kind: "noInterval",
  reason: "the Trusts' costs are what they are, not a sample of people",
  instead: "each Trust's value, their range, and where a new Trust's value is expected",
};

function noInterval(reason: string): NoInterval {
  return { kind: "noInterval", reason, instead: "the estimate alone, with its n" };
}

function policyOf(kind: Exclude<DataKind, "costs of Trusts">, isExact: boolean): Policy {
  if (!Object.hasOwn(POLICIES, kind))
    throw argumentError("chooseInterval: kind", "a known kind of data", kind);
  return isExact && POLICIES[kind] === WILSON ? EXACT : POLICIES[kind];
}

function coverageOf(
  kind: DataKind,
  { method, fewestClusters }: Policy,
  n: number,
  clusters: number,
): SimulatedCoverage | Unavailable {
  const isPooled = fewestClusters > 1;
  const simulated = kind === "item" ? "proportion" : kind;
  const tried = coverageTable.filter((row) => row.kind === simulated && row.method === method);
  const withTrusts = atOrBelow(tried, "clusters", isPooled ? clusters : 1);
  if (withTrusts.length === 0) return unavailable(`not simulated with ${clusters} Trusts`);
  const rows = atOrBelow(withTrusts, "n", n);
  const first = rows[0];
  if (first === undefined) {
    const least = Math.min(...withTrusts.map((row) => row.n));
    return unavailable(`not simulated below ${least} people${isPooled ? ` in ${clusters} Trusts` : ""}`);
  }
  return {
    kind: "coverage",
    low: Math.min(...rows.map((row) => row.low)),
    high: Math.max(...rows.map((row) => row.high)),
    size: isPooled ? `${first.clusters} Trusts, ${first.n} people` : `${first.n} people`,
    n: first.n,
    clusters: first.clusters,
    distributions: joinLikeness(rows.map((row) => row.distribution)),
  };
}

/** "normal, ICC 0" and "normal, ICC 0.2" as "normal" and, last, "ICC 0 or 0.2": how alike people of one Trust were. */
function joinLikeness(distributions: readonly string[]): readonly string[] {
  const parts = distributions.map((name) => name.split(", ICC "));
  const data = [...new Set(parts.map(([name]) => name as string))];
  const likeness = [...new Set(parts.flatMap(([, icc]) => icc ?? []))];
  return likeness.length === 0 ? data : [...data, `ICC ${likeness.join(" or ")}`];
}

/** The rows of the nearest size at or below the one asked for. */
function atOrBelow<Row extends { readonly n: number; readonly clusters: number }>(
  rows: readonly Row[],
  size: "n" | "clusters",
  asked: number,
): readonly Row[] {
  const nearest = Math.max(...rows.map((row) => row[size]).filter((one) => one <= asked));
  return rows.filter((row) => row[size] === nearest);
}

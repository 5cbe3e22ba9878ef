import { describe, expect, it } from "vitest";
import * as stats from "../../src/stats/index.js";

/** Every exported statistic, called with what nobody should send it. */

type Arguments = readonly unknown[];
type Calls = readonly Arguments[];

const lists: readonly (readonly number[])[] = [
  [],
  [1],
  [3, 3, 3, 3],
  [1, 2, 2, 4, 7, 3.5, 2.2],
  [1, NaN, 2],
  [1, Infinity, 2],
  [-1, 0, 2],
  [1e308, -1e308, 1e308, 5e307],
  [1.7e308, 1.7e308, 1.6e308],
  [1.7e308, -1.7e308],
  [1e-320, 2e-320, 3e-320, -1e-320],
  [1e300, 1e-300, 1, 2],
  [1e160, 2e160, 3e160],
];
const counts: readonly (readonly number[])[] = [
  [],
  [0, 0, 0],
  [3, 4, 5, 2, 1],
  [0.5, 1, 2],
  [NaN, 1, 2],
  [1e9, 2e9, 3e9],
  [1e15, 1e15, 0],
];
const numbers = [-1, 0, 0.5, 5, NaN, Infinity, 1e308, 1e-320, 1e15];
const levels = [0.95, 0, NaN];
const wholes = [-1, 0, 1, 7, NaN, 1e15];
const draws = { seed: 1, family: "door", replicates: 19 };
const count = (successes: number, n: number) => ({ successes, n });
const people = pairs(wholes, wholes).map(([a, b]) => count(a, b));
const curve = stats.kaplanMeier([
  { time: 1, event: true },
  { time: 2, event: false },
]);

const one = lists.map((list) => [list]);
const oneAndLevel = product(lists, levels);
const two = pairs(lists, lists);
const twoOfCounts = pairs(counts, counts);
const oneNumber = numbers.map((number) => [number]);
const probabilityAnd = (others: number) => Array(others + 1).fill(numbers) as number[][];
const urns = product(wholes, wholes, wholes).map(([successes, failures, chosen]) => ({
  successes,
  failures,
  draws: chosen,
}));
const clusters = [
  [],
  [[]],
  [[1]],
  [[1, 2], [3, 4], []],
  [[1], [2], [3]],
  [
    [3, 3],
    [3, 3],
  ],
  [
    [NaN, 1],
    [2, 3],
  ],
  ...[1e308, 1e160, 1e-160, 1e-320].map((unit) => [
    [-unit, unit],
    [unit, unit / 2],
    [0, unit],
  ]),
];
const items = [
  ...clusters,
  [
    [1, 2, 3, 4, 5, 6],
    [2, 2, 3, 5, 4, 6],
    [1, 3, 3, 4, 6, 6],
  ],
  ...[1e308, 1e160, 1e-320].map((unit) => [
    [unit, 0, unit / 2],
    [unit, unit / 4, 0],
  ]),
];
const toPool = product(lists, [
  [],
  [1, 1],
  [0, 1, 2],
  [1, 1, 1, 1],
  [1e-300, 1e300, 1],
  [1e-320, 1e-320, 1],
]).map(([estimates, variances]) => [{ estimates, variances }]);
const tables = [
  [],
  [[1]],
  ...[
    [0, 0, 3, 4],
    [1, 2, 3, 4],
    [NaN, 1, 1, 1],
    [1, -2, 3, 4],
    [1000, 2000, 3000, 4000],
    [700, 1500, 2000, 2000],
    [1e9, 2e9, 3e9, 4e9],
    [1e15, 1, 1, 1e15],
  ].map(([a, b, c, d]) => [
    [a, b],
    [c, d],
  ]),
];
const likertItem = { lowest: 1, highest: 5 };
const scales = [
  [[], []],
  [[[1, 2]], [likertItem]],
  [[[9]], [likertItem]],
  [[[NaN]], [likertItem]],
  [[[null]], [likertItem]],
  [[[1e308]], [{ lowest: -1e308, highest: 1e308 }]],
  [[[1]], [{ lowest: 1, highest: 1 }]],
];
const regressions = [
  [[], []],
  [[1], [0]],
  [
    [1, 1, 1],
    [0, 1, 0],
  ],
  [
    [1, 2, NaN],
    [0, 1, 1],
  ],
  ...[1, 1e308, 1e160, 1e-320].map((unit) => [
    [1, 2, 3, 2, 1, 3],
    [0, unit, unit, 0, -unit, unit],
  ]),
].map(([answers, values]) => [{ answers, covariates: [{ name: "g", values }] }]);

const calls: Readonly<Record<string, Calls>> = {
  ...each(["mean", "median", "standardDeviation", "hodgesLehmann", "signedRankTest", "signTest"], one),
  ...each(["matchedRankBiserial", "jackknifeAcceleration", "kishEffectiveN"], one),
  ...each(["tInterval", "dZ", "percentileInterval"], oneAndLevel),
  ...each(["pairedTTest", "predictNext"], product(lists, [{ level: 0.95 }, { level: 0 }, { scale: "log" }])),
  quantile: product(lists, numbers),
  quantiles: product(lists, numbers).map(([list, p]) => [Float64Array.from(list), [p, 0.5]]),
  ...each(["differences", "dAverage", "hedgesG", "welchTTest", "brunnerMunzelTest", "cliffsDelta"], two),
  ...each(["hodgesLehmannShift", "mannWhitneyTest", "probabilityOfSuperiority", "weightedMean"], two),
  ...each(["brunnerMunzelFromCounts", "cliffsDeltaFromCounts", "mannWhitneyFromCounts"], twoOfCounts),
  ...each(["hodgesLehmannShiftFromCounts", "probabilityOfSuperiorityFromCounts"], twoOfCounts),
  weightedProportion: two.map(([answers, weights]) => [answers.map((answer) => answer > 1), weights]),
  kruskalWallisTest: two.map((groups) => [groups]),
  kruskalWallisFromCounts: twoOfCounts.map((groups) => [groups]),
  kruskalWallisPermutationTest: two.map((groups) => [groups, draws]),
  permutationTest: two.map((groups) => [...groups, draws]),
  ...each(["answerShares", "summariseCounts"], product(counts)),
  ...each(["topBoxShare", "netScore"], product(counts, [{ boxes: 1 }, { boxes: NaN }])),
  quantileOfCounts: product(counts, numbers),
  countAnswers: product(lists, [0, NaN], [5, NaN, 1e9]),
  ...each(["scaleScores"], scales),
  scoreItems: scales.map((scale) => [...scale, "at least half answered"]),
  ...each(["wilsonInterval", "clopperPearsonInterval"], product(wholes, wholes, levels)),
  binomialTest: product(wholes, wholes, numbers),
  newcombeDifference: people.map((group) => [group, count(1, 5)]),
  wilsonIntervalClustered: people.flatMap((group) => [[[group]], [[group, count(2, 5)]]]),
  ...each(
    ["cochranArmitageTest", "cochranArmitageExactTest"],
    people.map((group) => [[group, count(2, 5), count(3, 5)]]),
  ),
  countPairs: [
    [[], []],
    [[true], []],
    [[true], [false]],
  ],
  newcombePairedDifference: product(wholes, wholes).map(([onlyBefore, onlyAfter]) => [
    { bothYes: 1, onlyBefore, onlyAfter, neither: 2 },
  ]),
  mcNemarTest: product(wholes, wholes).map(([onlyBefore, onlyAfter]) => [{ onlyBefore, onlyAfter }]),
  ...each(["chiSquaredTest", "fisherExactTest", "stuartMaxwellTest"], product(tables)),
  fisherFreemanHaltonTest: product(tables),
  ...each(["cronbachAlpha", "itemAnalysis"], product(items, levels)),
  omegaTotal: product(items),
  bootstrapAlpha: items.map((scale) => [scale, draws]),
  ...each(["heterogeneity", "poolRandomEffects", "tauSquaredInterval", "poolLeavingOneOut"], toPool),
  ...each(["clusterMeans", "clusterRobustMean", "signFlipTest"], product(clusters)),
  ...each(["tTestOfClusterMeans", "wildClusterBootstrapTest"], product(clusters)),
  intraclassCorrelation: product(clusters, levels),
  clusterRobustDifference: pairs(clusters, clusters),
  designEffect: product(counts, numbers).map(([sizes, correlation]) => [{ sizes, correlation }]),
  drawValues: [
    ...product(["normal", "lognormal", "gamma"], numbers, numbers).map(([kind, mean, standardDeviation]) => ({
      kind,
      mean,
      standardDeviation,
    })),
    ...product(["uniform", "triangular", "pert"], numbers, numbers, numbers).map(
      ([kind, low, mode, high]) => ({
        kind,
        low,
        mode,
        high,
      }),
    ),
    ...pairs(numbers, numbers).map(([a, b]) => ({ kind: "beta", a, b })),
    ...numbers.map((value) => ({ kind: "fixed", value })),
  ].flatMap((distribution) => [1, 2.5].map((seed) => [distribution, { seed, family: "door", draws: 300 }])),
  drawShares: product(lists, [0, 1, 300, NaN, 1e15]).map(([weights, count]) => [
    weights,
    { seed: 1, family: "door", draws: count },
  ]),
  bootstrapMean: product(lists, ["percentile", "BCa", "t"]).map(([list, method]) => [
    list,
    { ...draws, method },
  ]),
  bootstrapFromCounts: product(counts, ["percentile", "BCa", "t"]).map(([given, method]) => [
    given,
    given.map((_, score) => score),
    { ...draws, method },
  ]),
  bcaInterval: lists.map((list) => [list, { estimate: 1, acceleration: 0.1 }]),
  bootstrapTInterval: product(lists, numbers).map(([list, standardError]) => [
    list,
    { estimate: 1, standardError },
  ]),
  kaplanMeier: product([[], ...numbers.map((time) => [{ time, event: true }])], levels),
  survivalAt: numbers.filter((time) => time !== Infinity).map((time) => [curve, time]),
  numbersAtRisk: numbers.map((time) => [curve, [time]]),
  meanBounds: product([2, null, NaN], wholes, numbers).map(([mean, answered, highest]) => [
    { mean, answered, invited: 7, lowest: 0, highest },
  ]),
  nonResponseBounds: product(wholes, wholes).map(([successes, answered]) => [
    { successes, answered, invited: 7 },
  ]),
  adjustPValues: product([[], [0.1], [NaN], [2], [0.1, 0, 1]], ["holm", "hochberg", "benjamini-hochberg"]),
  rake: [1, 0, NaN, -1, 1e308, 1e-320].map((a) => [
    [{ variable: "x", targets: { a, b: 1 }, categories: ["a", "b", "b"] }],
    { minimumPerCategory: 1 },
  ]),
  ...each(["proportionalOdds", "oddsRatiosByCut"], regressions),
  chooseInterval: product(["proportion", "score", "pooled mean"], wholes, wholes).map(
    ([kind, n, clusters]) => [{ kind, n, clusters }],
  ),
  ...each(["hedgesCorrection", "normalCdf", "normalUpperTail"], oneNumber),
  ...each(["normalQuantile", "normalUpperQuantile"], oneNumber),
  ...each(
    ["studentTCdf", "studentTUpperTail", "studentTQuantile", "studentTUpperQuantile"],
    product(...probabilityAnd(1)),
  ),
  ...each(
    ["chiSquaredCdf", "chiSquaredUpperTail", "chiSquaredQuantile", "chiSquaredUpperQuantile"],
    product(...probabilityAnd(1)),
  ),
  ...each(["betaCdf", "betaUpperTail", "betaQuantile", "betaUpperQuantile"], product(...probabilityAnd(2))),
  ...each(["fCdf", "fUpperTail", "fQuantile", "fUpperQuantile"], product(...probabilityAnd(2))),
  ...each(
    ["gammaCdf", "gammaUpperTail", "gammaQuantile", "gammaUpperQuantile"],
    product(...probabilityAnd(2)),
  ),
  ...each(["noncentralTCdf"], product(...probabilityAnd(2))),
  noncentralTLimits: product(numbers, numbers, levels),
  ...each(["binomialProbability", "binomialCdf", "binomialUpperTail"], product(wholes, wholes, numbers)),
  ...each(["binomialQuantile", "binomialUpperQuantile"], product(numbers, wholes, numbers)),
  ...each(
    ["hypergeometricProbability", "hypergeometricCdf", "hypergeometricUpperTail"],
    product(wholes, urns),
  ),
  ...each(["hypergeometricQuantile", "hypergeometricUpperQuantile"], product(numbers, urns)),
};

/** These take a function of the caller's. */
const takesAFunction = ["bootstrap", "jackknife"];

describe("the door of src/stats", () => {
  it("every exported statistic is called here", () => {
    expect([...Object.keys(calls), ...takesAFunction].sort()).toEqual(Object.keys(stats).sort());
  });

  it.each(Object.keys(calls))("%s gives finite numbers or refuses in its own name", (name) => {
    const statistic = stats[name as keyof typeof stats] as (...given: Arguments) => unknown;
    const wrong = calls[name]!.flatMap((given) => {
      const complaint = complaintAbout(name, () => statistic(...given));
      return complaint === null ? [] : [`${complaint} from ${JSON.stringify(given, inWords)}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("what once hung, or came out a little off", () => {
  it("a shape too small to invert is refused", () => {
    expect(() => stats.studentTQuantile(0.9, 1e-320)).toThrow("studentTQuantile: df: expected 1e-6 to 1e10");
    expect(() => stats.gammaQuantile(0.9, 1e-320)).toThrow("gammaQuantile: shape: expected 1e-6 to 1e10");
    expect(() => stats.betaQuantile(0.9, 1e-7, 1)).toThrow("betaQuantile: a: expected 1e-6 to 1e10");
  });

  it("a t of more than a thousand standard deviations is refused, and the data that give one are told so", () => {
    expect(() => stats.noncentralTCdf(1e15, 5, 5)).toThrow("noncentralTCdf: t");
    expect(() => stats.noncentralTLimits(1e4, 5, 0.95)).toThrow("noncentralTLimits: t");
    const reason = "the mean change is over 1000 standard deviations";
    expect(stats.dZ([1e6, 1e6 + 1, 1e6 + 2])).toEqual({ kind: "unavailable", reason });
  });

  it("a scale of a billion categories is refused", () => {
    expect(() => stats.countAnswers([1, 2, 3], 0, 1e9)).toThrow(
      "countAnswers: highest: expected at most 1000",
    );
    expect(stats.countAnswers([0, 10], 0, 10)).toHaveLength(11);
  });

  it("one person who changed gives a p-value of exactly 1", () => {
    expect(stats.mcNemarTest({ onlyBefore: 0, onlyAfter: 1 })).toMatchObject({ pValue: 1, midPValue: 0.5 });
  });

  it("sizes out of range are told as such", () => {
    const reason = "numbers too large or too small to compute with";
    expect(stats.tInterval([1.7e308, -1.7e308])).toMatchObject({ kind: "unavailable", reason });
    expect(stats.heterogeneity({ estimates: [1, 2], variances: [1e-300, 1e300] })).toMatchObject({ reason });
    expect(stats.standardDeviation([1e200, 3e200])).toBeCloseTo(Math.SQRT2 * 1e200, -190);
  });
});

function complaintAbout(name: string, call: () => unknown): string | null {
  try {
    const result = call();
    // a quantile may lie at infinity, but nowhere else may a number do so
    if (/Quantile$/.test(name) && !Number.isNaN(result)) return null;
    return isFinite(result) ? null : `not finite: ${JSON.stringify(result, inWords)}`;
  } catch (error) {
    const isOurs = error instanceof RangeError && error.message.startsWith(`${name}: `);
    return isOurs ? null : String(error);
  }
}

function isFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isFinite);
}

function inWords(_: string, value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

function each(names: readonly string[], given: Calls): Record<string, Calls> {
  return Object.fromEntries(names.map((name) => [name, given]));
}

function pairs<Value>(first: readonly Value[], second: readonly Value[]): [Value, Value][] {
  return first.flatMap((a) => second.map((b): [Value, Value] => [a, b]));
}

/** Every choice of one from each list. */
function product<Lists extends readonly (readonly unknown[])[]>(
  ...choices: Lists
): { -readonly [Place in keyof Lists]: Lists[Place][number] }[] {
  const rows = choices.reduce<unknown[][]>(
    (rows, choice) => rows.flatMap((row) => choice.map((next) => [...row, next])),
    [[]],
  );
  return rows as { -readonly [Place in keyof Lists]: Lists[Place][number] }[];
}

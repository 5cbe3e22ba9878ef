// The cells of the coverage simulation: what is drawn, which intervals are tried on it, and how often each held the truth.
import { LEAVERS, WATCHED_DAYS, gammaFrom, normalsFrom, populations, waits } from "./populations.mjs";

const SIZES = [6, 12, 30];
const TRUSTS = [
  [6, 6, 6],
  [5, 12, 35],
  [6, 6, 6, 6, 6, 6],
  [5, 8, 12, 15, 20, 35],
];
/** A pooled share is given for two Trusts, a pooled mean is not. */
const TRUSTS_WITH_SHARES = [[6, 12], ...TRUSTS];
const ICCS = [0, 0.05, 0.2];
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9];
const POOLED = [
  "normal",
  "scale of 6 items",
  "scale of 6 items, most answers at the top",
  "change in a scale of 6 items",
];
const REPLICATES = 999;
const LEVEL = 0.95;

/** Simulations of a cell at full size, by what it costs. */
export const simulationsOf = { exact: 0, plain: 20_000, bootstrap: 4_000, pooled: 4_000 };

/** Every cell: an id that names its random numbers, its cost, and `run(tools, simulations)`, which gives rows. */
export const cells = [
  ...SIZES.map((n) => ({ id: `share/${n}`, cost: "exact", run: ({ stats }) => exactShares(stats, n) })),
  ...Object.keys(populations).flatMap((name) =>
    SIZES.flatMap((n) => [
      { id: `mean/${name}/${n}`, cost: "plain", run: means(name, n, plainIntervals) },
      { id: `bootstrap/${name}/${n}`, cost: "bootstrap", run: means(name, n, bootstrapIntervals) },
    ]),
  ),
  ...TRUSTS_WITH_SHARES.flatMap((trusts) =>
    ICCS.map((icc) => ({
      id: `pooled share/${trusts.join("-")}/${icc}`,
      cost: "plain",
      run: pooledShares(trusts, icc),
    })),
  ),
  ...TRUSTS.flatMap((trusts) =>
    ICCS.flatMap((icc) =>
      POOLED.map((name) => ({
        id: `pooled mean/${trusts.join("-")}/${icc}/${name}`,
        cost: "pooled",
        run: pooledMeans(name, trusts, icc),
      })),
    ),
  ),
  ...Object.keys(waits).flatMap((name) =>
    SIZES.map((n) => ({ id: `wait/${name}/${n}`, cost: "plain", run: survival(name, n) })),
  ),
];

/** Runs one cell from its own stream of random numbers. */
export function simulate(cell, { stats, stream, seed }, simulations = simulationsOf[cell.cost]) {
  const uniform = stream(seed, `coverage/${cell.id}`);
  const source = { uniform, normal: normalsFrom(uniform) };
  return cell.run({ stats, source, seed, id: cell.id }, simulations);
}

/** Counts how often each method's interval held the truth; no interval at all counts as a miss. */
function tally(facts, simulations, truth, tryOnce) {
  const hits = new Map();
  for (let turn = 0; turn < simulations; turn += 1) {
    for (const [method, interval] of Object.entries(tryOnce(turn))) {
      const count = hits.get(method) ?? { held: 0, none: 0 };
      if (!interval) count.none += 1;
      else if (interval.low <= truth && truth <= interval.high) count.held += 1;
      hits.set(method, count);
    }
  }
  return [...hits].map(([method, { held, none }]) => {
    const coverage = held / simulations;
    const standardError = Math.sqrt((coverage * (1 - coverage)) / simulations);
    return row({
      ...facts,
      method,
      low: coverage,
      mean: coverage,
      high: coverage,
      standardError,
      none: none / simulations,
      simulations,
    });
  });
}

function row({
  kind,
  method,
  distribution,
  n,
  clusters = 1,
  low,
  mean,
  high,
  standardError,
  none,
  simulations,
}) {
  const [worst, average, best, error, missing] = [low, mean, high, standardError, none].map((x) =>
    Number(x.toFixed(5)),
  );
  return {
    kind,
    method,
    distribution,
    n,
    clusters,
    low: worst,
    mean: average,
    high: best,
    standardError: error,
    none: missing,
    simulations,
  };
}

/** Several rows of one method as one: the worst, the mean and the best. */
function fold(rows, distribution) {
  const methods = [...new Set(rows.map(({ method }) => method))];
  return methods.map((method) => {
    const same = rows.filter((each) => each.method === method);
    return row({
      ...same[0],
      distribution,
      low: Math.min(...same.map(({ low }) => low)),
      mean: same.reduce((sum, each) => sum + each.mean, 0) / same.length,
      high: Math.max(...same.map(({ high }) => high)),
      standardError: Math.max(...same.map((each) => each.standardError)),
      none: Math.max(...same.map((each) => each.none)),
    });
  });
}

/** Shares need no simulation: every count that could come is tried, and weighed by how probable it is. */
function exactShares(stats, n) {
  const z = stats.normalQuantile((1 + LEVEL) / 2);
  const counts = Array.from({ length: n + 1 }, (_, successes) => {
    const p = successes / n;
    const margin = z * Math.sqrt((p * (1 - p)) / n);
    return {
      "Wilson score": stats.wilsonInterval(successes, n, LEVEL),
      "Clopper-Pearson": {
        low: successes === 0 ? 0 : stats.betaQuantile((1 - LEVEL) / 2, successes, n - successes + 1),
        high: successes === n ? 1 : stats.betaQuantile((1 + LEVEL) / 2, successes + 1, n - successes),
      },
      "normal (Wald)": { low: p - margin, high: p + margin },
    };
  });
  const shares = Array.from({ length: 91 }, (_, step) => (5 + step) / 100);
  return Object.keys(counts[0]).map((method) => {
    const coverages = shares.map((share) =>
      counts.reduce((sum, intervals, successes) => {
        const { low, high } = intervals[method];
        return low <= share && share <= high ? sum + stats.binomialProbability(successes, n, share) : sum;
      }, 0),
    );
    return row({
      kind: "proportion",
      method,
      distribution: "true shares of 5% to 95%",
      n,
      low: Math.min(...coverages),
      mean: coverages.reduce((sum, coverage) => sum + coverage, 0) / coverages.length,
      high: Math.max(...coverages),
      standardError: 0,
      none: 0,
      simulations: 0,
    });
  });
}

function kindOf(name) {
  if (name.startsWith("change")) return "change";
  if (name.includes("item")) return "score";
  return name === "normal" ? "normal" : "continuous skewed";
}

function means(name, n, intervals) {
  const { mean, draw } = populations[name];
  return ({ stats, source, seed, id }, simulations) =>
    tally({ kind: kindOf(name), distribution: name, n }, simulations, mean(stats), (turn) =>
      intervals(
        stats,
        Array.from({ length: n }, () => draw(source)),
        { seed, family: `coverage/${id}/${turn}`, replicates: REPLICATES },
      ),
    );
}

function plainIntervals(stats, sample) {
  const student = given(stats.tInterval(sample, LEVEL));
  if (!student) return { "Student t": null, normal: null };
  const { estimate, standardError } = student;
  const margin = stats.normalQuantile((1 + LEVEL) / 2) * standardError;
  return { "Student t": student, normal: { low: estimate - margin, high: estimate + margin } };
}

function bootstrapIntervals(stats, sample, plan) {
  if (sample.every((value) => value === sample[0]))
    return { "bootstrap percentile": null, "bootstrap BCa": null, "bootstrap-t": null };
  const { estimate, standardError } = stats.tInterval(sample, LEVEL);
  const replicates = stats.drawBlocks(plan, stats.resampleMeans(sample));
  const pivots = stats.drawBlocks(plan, stats.resamplePivots(sample));
  const acceleration = stats.accelerationOf(sample.map((value) => value - estimate));
  return {
    "bootstrap percentile": stats.percentileInterval(replicates, LEVEL),
    "bootstrap BCa": given(stats.bcaInterval(replicates, { estimate, acceleration, level: LEVEL })),
    "bootstrap-t": given(stats.bootstrapTInterval(pivots, { estimate, standardError, level: LEVEL })),
  };
}

function given(interval) {
  return interval.kind === "unavailable" ? null : interval;
}

function pooledShares(trusts, icc) {
  const n = trusts.reduce((sum, size) => sum + size, 0);
  const facts = { kind: "pooled proportion", n, clusters: trusts.length };
  return ({ stats, source }, simulations) =>
    fold(
      SHARES.flatMap((share) =>
        tally(facts, simulations, share, () => {
          const counts = trusts.map((size) => ({
            successes: successesOf(source, share, icc, size),
            n: size,
          }));
          const successes = counts.reduce((sum, count) => sum + count.successes, 0);
          return {
            "Wilson score, effective n and t over clusters": stats.wilsonIntervalClustered(counts, LEVEL),
            "Wilson score, Trusts ignored": stats.wilsonInterval(successes, n, LEVEL),
          };
        }),
      ),
      `true shares of 10% to 90%, ICC ${icc}`,
    );
}

/** Beta-binomial: a Trust's own share varies so that two people of one Trust are alike by the ICC. */
function successesOf({ uniform, normal }, share, icc, size) {
  let own = share;
  if (icc > 0) {
    const a = gammaFrom(uniform, normal, (share * (1 - icc)) / icc);
    const b = gammaFrom(uniform, normal, ((1 - share) * (1 - icc)) / icc);
    own = a / (a + b);
  }
  let successes = 0;
  for (let person = 0; person < size; person += 1) if (uniform() < own) successes += 1;
  return successes;
}

function pooledMeans(name, trusts, icc) {
  const { mean, draw } = populations[name];
  const n = trusts.reduce((sum, size) => sum + size, 0);
  const distribution = `${name}, ICC ${icc}`;
  return ({ stats, source }, simulations) =>
    tally({ kind: "pooled mean", distribution, n, clusters: trusts.length }, simulations, mean(stats), () => {
      const values = trusts.map((size) => {
        const shift = Math.sqrt(icc) * source.normal();
        return Array.from({ length: size }, () => draw(source, shift, icc));
      });
      return pooledIntervals(stats, values);
    });
}

function pooledIntervals(stats, values) {
  const trusts = stats.clusterMeans(values);
  const pool = (choices) => {
    if (trusts.kind === "unavailable") return null;
    const estimates = trusts.clusters.map(({ estimate }) => estimate);
    const variances = trusts.clusters.map(({ variance }) => variance);
    return given(stats.poolRandomEffects({ estimates, variances, level: LEVEL, ...choices }));
  };
  return {
    "random effects, REML, modified Knapp-Hartung": pool({}),
    "random effects, REML, Knapp-Hartung": pool({ interval: "Knapp-Hartung" }),
    "random effects, DerSimonian-Laird, normal": pool({
      tauSquared: "DerSimonian-Laird",
      interval: "normal",
    }),
    "Student t, Trusts ignored": given(stats.tInterval(values.flat(), LEVEL)),
    "Student t on the Trusts' means": given(stats.tInterval(values.map(stats.mean), LEVEL)),
  };
}

function survival(name, n) {
  const { median, draw } = waits[name];
  const day = median;
  return ({ stats, source }, simulations) => {
    const followed = () =>
      Array.from({ length: n }, () => {
        const watched = source.uniform() < LEAVERS ? WATCHED_DAYS * source.uniform() : WATCHED_DAYS;
        const wait = draw(source);
        return { time: Math.min(wait, watched), event: wait <= watched };
      });
    const facts = { kind: "time to event", n };
    return [
      ...tally({ ...facts, distribution: `median wait, ${name}` }, simulations, median, () => {
        const { low, high } = stats.kaplanMeier(followed(), LEVEL).median;
        return { "Kaplan-Meier, log-log interval": { low: endOf(low), high: endOf(high) } };
      }),
      ...tally(
        { ...facts, distribution: `share still waiting at the median wait, ${name}` },
        simulations,
        0.5,
        () => {
          const curve = stats.kaplanMeier(followed(), LEVEL);
          return {
            "Kaplan-Meier, log-log interval": given(stats.survivalAt(curve, day)),
            "Kaplan-Meier, normal interval": normalSurvival(stats, curve, day),
          };
        },
      ),
    ];
  };
}

function endOf(time) {
  return time === "not reached" ? Infinity : time;
}

/** Greenwood's error on the scale of the share itself: what the log-log interval replaces. */
function normalSurvival(stats, curve, day) {
  const at = stats.survivalAt(curve, day);
  if (at.kind === "unavailable") return null;
  const greenwood = curve.steps
    .filter(({ time }) => time <= day)
    .reduce(
      (sum, { events, atRisk }) => (events < atRisk ? sum + events / (atRisk * (atRisk - events)) : sum),
      0,
    );
  const margin = stats.normalQuantile((1 + LEVEL) / 2) * at.survival * Math.sqrt(greenwood);
  return { low: at.survival - margin, high: at.survival + margin };
}

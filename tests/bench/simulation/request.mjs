/** What an induction costs for each IMG, from nine inputs that are not known exactly. The peers hold the same numbers. */
export const request = {
  inputs: [
    gamma("supervisors", 16, 110),
    gamma("educators", 9, 65),
    gamma("administration", 25, 20),
    gamma("shadowing", 4, 160),
    gamma("teaching", 12, 45),
    gamma("travel", 7, 30),
    { name: "overhead", distribution: lognormal(Math.log(1.2), 0.08) },
    { name: "IMGs", distribution: { kind: "pert", low: 8, mode: 12, high: 20 } },
    { name: "completed", distribution: { kind: "beta", a: 32, b: 8 } },
  ],
  totals: {
    "cost per IMG": {
      ratio: [
        {
          product: [
            { sum: ["supervisors", "educators", "administration", "shadowing", "teaching", "travel"] },
            "overhead",
            12,
          ],
        },
        { product: ["IMGs", "completed"] },
      ],
    },
  },
  seed: 1,
};

/** By the shape and scale of the peers' calls. */
function gamma(name, shape, scale) {
  return {
    name,
    distribution: { kind: "gamma", mean: shape * scale, standardDeviation: Math.sqrt(shape) * scale },
  };
}

/** By the mean and standard deviation of the logarithm, as in the peers' calls. */
function lognormal(logMean, logDeviation) {
  const mean = Math.exp(logMean + logDeviation ** 2 / 2);
  return { kind: "lognormal", mean, standardDeviation: mean * Math.sqrt(Math.expm1(logDeviation ** 2)) };
}

// node tests/bench/superiority-coverage.mjs [draws]: how often each interval of the probability of superiority holds the
// true value, at the sizes of small Trusts, complete separation included. Needs `npm run build`. Never part of the tests.
import { stream } from "../../dist/core/random.js";
import { cliffsDelta, normalCdf, normalQuantile, probabilityOfSuperiority } from "../../dist/stats/index.js";

const draws = Number(process.argv[2] ?? 20_000);
const sizes = [
  [6, 6],
  [12, 12],
  [6, 24],
];
const settings = [
  likert("Likert, no difference", [0.1, 0.2, 0.3, 0.25, 0.15], [0.1, 0.2, 0.3, 0.25, 0.15]),
  likert("Likert, some difference", [0.03, 0.1, 0.22, 0.35, 0.3], [0.15, 0.25, 0.3, 0.2, 0.1]),
  likert("Likert, large difference", [0, 0.03, 0.1, 0.37, 0.5], [0.25, 0.4, 0.25, 0.08, 0.02]),
  likert("Likert, nearly separate", [0, 0, 0.02, 0.28, 0.7], [0.4, 0.4, 0.17, 0.03, 0]),
  likert("Likert, at the ceiling", [0, 0, 0.02, 0.08, 0.9], [0, 0.02, 0.08, 0.2, 0.7]),
  normal("normal, no difference", 0, 1),
  normal("normal, 1 SD apart", 1, 1),
  normal("normal, 2 SD apart", 2, 1),
  normal("normal, 3 SD apart", 3, 1),
  normal("normal, 1 SD apart, twice the spread", 1, 2),
];
const intervals = {
  "Newcombe 5": (first, second) => probabilityOfSuperiority(first, second),
  "DeLong logit": (first, second) => probabilityOfSuperiority(first, second, { interval: "logit" }),
  "Cliff, rescaled": (first, second) => {
    const { low, high } = cliffsDelta(first, second, { interval: "asymmetric" });
    return low === undefined ? {} : { low: (low + 1) / 2, high: (high + 1) / 2 };
  },
};

console.log(
  `${draws} draws a line, level 0.95; misses: the interval lies below, above the true value; none: no interval\n`,
);
for (const [firstN, secondN] of sizes) {
  for (const { name, truth, drawFirst, drawSecond } of settings) {
    const random = stream(20_260, `${name} ${firstN} ${secondN}`);
    const tally = Object.fromEntries(
      Object.keys(intervals).map((key) => [key, { below: 0, above: 0, none: 0, width: 0 }]),
    );
    let separate = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const first = Array.from({ length: firstN }, () => drawFirst(random));
      const second = Array.from({ length: secondN }, () => drawSecond(random));
      if (Math.min(...first) > Math.max(...second) || Math.max(...first) < Math.min(...second)) separate += 1;
      for (const [key, interval] of Object.entries(intervals)) {
        const { low, high } = interval(first, second);
        const one = tally[key];
        if (low === undefined) one.none += 1;
        else {
          if (high < truth) one.below += 1;
          if (low > truth) one.above += 1;
          one.width += high - low;
        }
      }
    }
    console.log(
      `${firstN} v ${secondN}  ${name}: true ${truth.toFixed(3)}, separate in ${percent(separate / draws)}`,
    );
    for (const [key, { below, above, none, width }] of Object.entries(tally)) {
      const had = draws - none;
      const parts = [
        `covers ${percent(1 - (below + above) / had)}`,
        `misses ${percent(below / had)} below, ${percent(above / had)} above`,
        `width ${(width / had).toFixed(3)}`,
        `none ${percent(none / draws)}`,
      ];
      console.log(`    ${key.padEnd(16)} ${parts.join("   ")}`);
    }
  }
}

function likert(name, first, second) {
  let below = 0;
  let truth = 0;
  first.forEach((share, category) => {
    truth += share * (below + second[category] / 2);
    below += second[category];
  });
  return { name, truth, drawFirst: categorical(first), drawSecond: categorical(second) };
}

function categorical(shares) {
  return (random) => {
    let left = random();
    const category = shares.findIndex((share) => (left -= share) < 0);
    return category === -1 ? shares.length : category + 1;
  };
}

function normal(name, shift, spread) {
  const draw = (random) => normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, random())));
  const truth = normalCdf(shift / Math.hypot(1, spread));
  return { name, truth, drawFirst: (random) => shift + spread * draw(random), drawSecond: draw };
}

function percent(share) {
  return `${(100 * share).toFixed(1)}%`.padStart(6);
}

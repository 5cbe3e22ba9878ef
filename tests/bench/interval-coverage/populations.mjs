// Made-up people to try intervals on: how one is drawn, and the true value that an interval should hold.

/** Thresholds that turn a normal value into an answer from 1 to 5. */
const THRESHOLDS = [-1.5, -0.5, 0.5, 1.5];
const ITEMS = 6;
/** How alike the items of one person are, and a person's two answers. */
const ITEM_LIKENESS = 0.5;
const PERSON_LIKENESS = 0.5;
/** How far people are above the middle, in standard deviations: 12% or 62% of answers are 5. */
const MIDDLE = 0.3;
const TOP = 1.8;
const GAIN = 0.5;

/** A source of normal numbers from a source of uniform ones (Box and Muller). */
export function normalsFrom(uniform) {
  let spare = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** A gamma number with the shape given and scale 1 (Marsaglia and Tsang 2000). */
export function gammaFrom(uniform, normal, shape) {
  if (shape < 1) return gammaFrom(uniform, normal, shape + 1) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function answerOf(value) {
  return 1 + THRESHOLDS.filter((threshold) => value > threshold).length;
}

/** The mean answer when the value behind it is normal with variance 1. */
function meanAnswer(stats, centre) {
  return 1 + THRESHOLDS.reduce((sum, threshold) => sum + stats.normalUpperTail(threshold - centre), 0);
}

function scoreOf(normal, trait, centre, items) {
  let sum = 0;
  for (let item = 0; item < items; item += 1)
    sum += answerOf(centre + Math.sqrt(ITEM_LIKENESS) * trait + Math.sqrt(1 - ITEM_LIKENESS) * normal());
  return sum / items;
}

/**
 * `mean(stats)` is the true mean; `draw(source, shift)` one person, where shift is what the person's Trust adds to the
 * value behind the answers and `icc` how much of the variance of that value lies between Trusts.
 */
function score(items, centre) {
  return {
    mean: (stats) => meanAnswer(stats, centre),
    draw: ({ normal }, shift = 0, icc = 0) =>
      scoreOf(normal, shift + Math.sqrt(1 - icc) * normal(), centre, items),
  };
}

function change(items, centre) {
  return {
    mean: (stats) => meanAnswer(stats, centre) - meanAnswer(stats, centre - GAIN),
    draw: ({ normal }, shift = 0, icc = 0) => {
      const person = Math.sqrt(PERSON_LIKENESS) * normal();
      const rest = Math.sqrt(1 - PERSON_LIKENESS);
      const before = person + rest * normal();
      const after = shift + Math.sqrt(1 - icc) * (person + rest * normal());
      return scoreOf(normal, after, centre, items) - scoreOf(normal, before, centre - GAIN, items);
    },
  };
}

/** A number whose Trusts differ by a shift of their own: deviation is its standard deviation within Trusts. */
function plain(mean, deviation, draw) {
  return {
    mean: () => mean,
    draw: (source, shift = 0, icc = 0) => draw(source) + (shift * deviation) / Math.sqrt(1 - icc),
  };
}

export const populations = {
  normal: plain(0, 1, ({ normal }) => normal()),
  "gamma, shape 2": plain(2, Math.SQRT2, ({ uniform }) => -Math.log((1 - uniform()) * (1 - uniform()))),
  "lognormal, log SD 1": plain(Math.exp(0.5), Math.sqrt((Math.E - 1) * Math.E), ({ normal }) =>
    Math.exp(normal()),
  ),
  "scale of 6 items": score(ITEMS, MIDDLE),
  "scale of 6 items, most answers at the top": score(ITEMS, TOP),
  "one item": score(1, MIDDLE),
  "one item, most answers at the top": score(1, TOP),
  "change in a scale of 6 items": change(ITEMS, MIDDLE),
  "change in a scale of 6 items, most answers at the top": change(ITEMS, TOP),
  "change in one item": change(1, MIDDLE),
  "change in one item, most answers at the top": change(1, TOP),
};

/** Days until an event for people watched for 100 days, a fifth of whom leave at some time before. */
export const waits = {
  "constant hazard": { median: 40, draw: ({ uniform }) => (-40 * Math.log(1 - uniform())) / Math.LN2 },
  "rising hazard": {
    median: 50,
    draw: ({ uniform }) => 50 * Math.sqrt(-Math.log(1 - uniform()) / Math.LN2),
  },
};
export const WATCHED_DAYS = 100;
export const LEAVERS = 0.2;

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean } from "../../../src/stats/means/summary.js";
import { tInterval } from "../../../src/stats/means/t-interval.js";
import { wilsonInterval } from "../../../src/stats/proportions/wilson.js";
import { kishEffectiveN } from "../../../src/stats/weighting/kish.js";
import { rake } from "../../../src/stats/weighting/rake.js";
import type { Margin } from "../../../src/stats/weighting/rake.js";
import { weightedMean, weightedProportion } from "../../../src/stats/weighting/weighted-mean.js";
import { weightingChecks } from "../../../src/verify/checks/weighting.js";
import { available } from "../available.js";
import { testAgainstReference } from "../reference.js";

const few = { numRuns: 100 };
const people = fc.array(
  fc.record({
    sex: fc.constantFrom("F", "M"),
    grade: fc.constantFrom("A", "B", "C"),
    value: fc.integer({ min: -50, max: 50 }),
    weight: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 4, maxLength: 40 },
);
type People = readonly { sex: string; grade: string; value: number; weight: number }[];

/** Margins that these very people make with weights of their own, so that they can be met together. */
function marginsOf(sample: People): readonly Margin[] {
  return (["sex", "grade"] as const).map((variable) => ({
    variable,
    categories: sample.map((person) => person[variable]),
    targets: sample.reduce<Record<string, number>>((targets, person) => {
      targets[person[variable]] = (targets[person[variable]] ?? 0) + person.weight;
      return targets;
    }, {}),
  }));
}

const sexOnly = (targets: Record<string, number>): readonly Margin[] => [
  { variable: "sex", categories: ["F", "F", "M", "M", "M"], targets },
];
const any = { minimumPerCategory: 1 };

describe("weighting", () => {
  testAgainstReference(weightingChecks, { raking: 1e-8, "raking-trimmed": 1e-8, "kish-effective-n": 1e-14 });

  it("raked weights meet every margin and sum to the cohort", () => {
    const meets = (sample: People) => {
      const margins = marginsOf(sample);
      const raked = rake(margins, any);
      if (raked.kind === "unavailable") return raked.reason.includes("met together");
      const errors = margins.flatMap(({ categories, targets }) =>
        Object.entries(targets).map(([category, target]) => {
          const total = raked.weights.reduce(
            (sum, weight, i) => sum + (categories[i] === category ? weight : 0),
            0,
          );
          return Math.abs(total / target - 1);
        }),
      );
      return Math.max(...errors) <= 1.1e-10 && raked.effectiveN <= raked.n * (1 + 1e-12);
    };
    fc.assert(fc.property(people, meets), few);
  });

  it("raking leaves the odds ratios of the sample as they were", () => {
    const sex = [..."FFFFFMMMMMMMM"];
    const grade = [..."AABBBAAAAABBB"];
    const raked = rake(
      [
        { variable: "sex", categories: sex, targets: { F: 70, M: 30 } },
        { variable: "grade", categories: grade, targets: { A: 20, B: 80 } },
      ],
      any,
    );
    if (raked.kind === "unavailable") throw new Error(raked.reason);
    const cell = (s: string, g: string) =>
      raked.weights.reduce((sum, weight, i) => sum + (sex[i] === s && grade[i] === g ? weight : 0), 0);
    const odds = (cell("F", "A") * cell("M", "B")) / (cell("F", "B") * cell("M", "A"));
    expect(odds).toBeCloseTo((2 * 3) / (3 * 5), 12);
  });

  it("neither the order of the people nor the unit of the targets changes the weights' proportions", () => {
    const same = (sample: People) => {
      const doubled = marginsOf(sample.map((person) => ({ ...person, weight: 2 * person.weight })));
      const plain = rake(marginsOf(sample), any);
      const twice = rake(doubled, any);
      const turned = rake(marginsOf([...sample].reverse()), any);
      if (plain.kind === "unavailable" || twice.kind === "unavailable" || turned.kind === "unavailable")
        return plain.kind === twice.kind && plain.kind === turned.kind;
      return plain.weights.every((weight, i) => {
        const other = turned.weights[plain.n - 1 - i] as number;
        return (
          Math.abs((twice.weights[i] as number) / weight - 2) < 1e-6 && Math.abs(other / weight - 1) < 1e-6
        );
      });
    };
    fc.assert(fc.property(people, same), few);
  });

  it("after trimming no weight is over the limit, and the margins still hold", () => {
    const holds = (sample: People) => {
      const raked = rake(marginsOf(sample), { ...any, trimOver: 2 });
      if (raked.kind === "unavailable") return raked.reason.includes("met");
      const sorted = [...raked.weights].sort((a, b) => a - b);
      const middle = ((sorted[(raked.n - 1) >> 1] as number) + (sorted[raked.n >> 1] as number)) / 2;
      return (sorted.at(-1) as number) <= 2 * middle * (1 + 1e-9) && raked.largestMarginError <= 1e-10;
    };
    fc.assert(fc.property(people, holds), few);
  });

  it("data that cannot be raked say why", () => {
    const reasonOf = (raked: ReturnType<typeof rake>) => (raked.kind === "unavailable" ? raked.reason : "");
    expect(reasonOf(rake(sexOnly({ F: 9, M: 6 })))).toBe('sex: fewer than 5 people who answered are in "F"');
    expect(reasonOf(rake(sexOnly({ F: 9, M: 6, X: 1 }), any))).toBe('sex: nobody who answered is in "X"');
    expect(reasonOf(rake(sexOnly({ F: 9, M: 0 }), any))).toBe(
      'sex: someone who answered is in "M", of which the cohort has nobody',
    );
    const grade = { variable: "grade", categories: [..."AABBB"], targets: { A: 5, B: 11 } };
    expect(reasonOf(rake([...sexOnly({ F: 9, M: 6 }), grade], any))).toBe(
      "the totals of sex and grade differ",
    );
    const same = { ...grade, targets: { A: 5, B: 10 } };
    expect(reasonOf(rake([...sexOnly({ F: 9, M: 6 }), same], any))).toBe(
      "the margins cannot be met together by the people who answered",
    );
    expect(reasonOf(rake(sexOnly({ F: 90, M: 6 }), { ...any, trimOver: 5 }))).toBe(
      "the margins cannot be met without weights over 5 times the median",
    );
    expect(reasonOf(rake([{ variable: "sex", categories: [], targets: { F: 1 } }]))).toBe("nobody answered");
    expect(rake(sexOnly({ F: 9, M: 6, X: 0 }), any)).toMatchObject({ kind: "rakedWeights", trimmed: 0 });
  });

  it("what only a caller can get wrong is refused by name", () => {
    expect(() => rake([])).toThrow("rake: margins: expected at least 1, got 0");
    expect(() => rake(sexOnly({ F: -1, M: 6 }))).toThrow(
      "rake: margins[0].targets.F: expected a finite number",
    );
    expect(() => rake(sexOnly({ F: 0, M: 0 }))).toThrow("rake: margins[0].targets: expected a total above 0");
    expect(() => rake(sexOnly({ F: 1, M: 1 }), { minimumPerCategory: 0 })).toThrow(
      "rake: minimumPerCategory",
    );
    expect(() => rake(sexOnly({ F: 1, M: 1 }), { trimOver: 1 })).toThrow("rake: trimOver");
    expect(() =>
      rake([...sexOnly({ F: 1 }), { variable: "b", categories: ["x"], targets: { x: 1 } }]),
    ).toThrow("rake: margins[1].categories: expected 5 values");
    expect(() => kishEffectiveN([1, NaN])).toThrow("kishEffectiveN: weights[1]");
    expect(() => weightedMean([1, 2], [1])).toThrow("weightedMean: weights: expected 2 values");
    expect(() => weightedProportion([true], [-1])).toThrow("weightedProportion: weights[0]");
    expect(() => weightedMean([1, 2], [1, 1], 1)).toThrow("weightedMean: level");
  });

  it("equal weights give Student's and Wilson's intervals", () => {
    const agrees = (sample: People) => {
      const values = sample.map(({ value }) => value);
      const weights = values.map(() => 0.3);
      const plain = tInterval(values);
      if (plain.kind === "unavailable") return values.every((value) => value === values[0]);
      const ours = weightedMean(values, weights);
      const answers = values.map((value) => value > 0);
      const share = weightedProportion(answers, weights);
      const wilson = available(wilsonInterval(answers.filter(Boolean).length, answers.length));
      return (
        ours.kind === "weightedMean" &&
        share.kind === "weightedProportion" &&
        Math.abs(ours.low - plain.low) + Math.abs(ours.high - plain.high) < 1e-9 &&
        Math.abs(share.low - wilson.low) + Math.abs(share.high - wilson.high) < 1e-9
      );
    };
    fc.assert(fc.property(people, agrees), few);
  });

  it("a weighted mean moves and stretches with its values; Kish lies between 1 and n", () => {
    const moves = (sample: People) => {
      const values = sample.map(({ value }) => value);
      const weights = sample.map(({ weight }) => weight);
      const plain = weightedMean(values, weights);
      const moved = weightedMean(
        values.map((value) => 3 - 2 * value),
        weights,
      );
      if (plain.kind === "unavailable" || moved.kind === "unavailable")
        return values.every((value) => value === values[0]);
      return (
        Math.abs(moved.low - (3 - 2 * plain.high)) < 1e-9 &&
        plain.effectiveN >= 1 &&
        plain.effectiveN <= values.length + 1e-9 &&
        (new Set(weights).size > 1 || Math.abs(plain.estimate - mean(values)) < 1e-9)
      );
    };
    fc.assert(fc.property(people, moves), few);
  });

  it("weights of nothing are unavailable, and one value has no spread", () => {
    expect(kishEffectiveN([])).toEqual({ kind: "unavailable", reason: "no weight is above 0" });
    expect(weightedProportion([true, false], [0, 0])).toMatchObject({ kind: "unavailable" });
    expect(weightedMean([1, 2], [0, 3])).toMatchObject({
      reason: "fewer than 2 values have a weight above 0",
    });
    expect(weightedMean([1, 2, 2], [0, 3, 1])).toMatchObject({ reason: "every value is the same" });
    expect(weightedProportion([true, true], [1, 3])).toMatchObject({ estimate: 1, high: 1 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences } from "../../../src/stats/paired/differences.js";
import { hodgesLehmann } from "../../../src/stats/paired/hodges-lehmann.js";
import type { HodgesLehmann, WalshInterval } from "../../../src/stats/paired/hodges-lehmann.js";
import { matchedRankBiserial } from "../../../src/stats/paired/rank-biserial.js";
import type { RankBiserial } from "../../../src/stats/paired/rank-biserial.js";
import { countSignFlips, signFlipLowerTail } from "../../../src/stats/paired/sign-flips.js";
import { signTest } from "../../../src/stats/paired/sign-test.js";
import type { SignTest } from "../../../src/stats/paired/sign-test.js";
import { signedRankTest } from "../../../src/stats/paired/signed-rank-test.js";
import type { SignedRankOptions, SignedRankTest } from "../../../src/stats/paired/signed-rank-test.js";
import { unavailable } from "../../../src/stats/unavailable.js";
import { relativeError } from "../reference.js";

const few = { numRuns: 100 };
const likert = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 })
  .filter((changes) => changes.some((change) => change !== 0));
const zeros = fc.constantFrom("pratt" as const, "wilcoxon" as const);
const test = (changes: readonly number[], options?: SignedRankOptions) =>
  signedRankTest(changes, options) as SignedRankTest;
const typical = (changes: readonly number[], level = 0.95) => hodgesLehmann(changes, level) as HodgesLehmann;

/** Every way to sign the changes, one by one. */
function everySigning(changes: readonly number[]): readonly (readonly number[])[] {
  return changes.reduce<readonly (readonly number[])[]>(
    (all, change) =>
      all.flatMap((signed) =>
        change === 0
          ? [[...signed, 0]]
          : [
              [...signed, change],
              [...signed, -change],
            ],
      ),
    [[]],
  );
}

describe("signed-rank test", () => {
  it("its exact p-values are those of every way to sign the changes, gone through one by one", () => {
    const agrees = (changes: number[], rule: "pratt" | "wilcoxon") => {
      const seen = test(changes, { zeros: rule });
      const all = everySigning(changes).map((signed) => test(signed, { zeros: rule, exactUpTo: 0 }));
      const share = (isAsFar: (one: SignedRankTest) => boolean) => all.filter(isAsFar).length / all.length;
      const spread = (one: SignedRankTest) => one.positiveRankSum - one.negativeRankSum;
      const expected = {
        "two-sided": share((one) => Math.abs(spread(one)) >= Math.abs(spread(seen))),
        greater: share((one) => spread(one) >= spread(seen)),
        less: share((one) => spread(one) <= spread(seen)),
      };
      for (const alternative of ["two-sided", "greater", "less"] as const)
        expect(test(changes, { zeros: rule, alternative }).pValue).toBeCloseTo(expected[alternative], 14);
    };
    fc.assert(fc.property(likert, zeros, agrees), few);
  });

  it("swapping up and down swaps the rank sums and keeps the two-sided p", () => {
    const swaps = (changes: number[], rule: "pratt" | "wilcoxon") => {
      const up = test(changes, { zeros: rule });
      const down = test(
        changes.map((change) => -change),
        { zeros: rule },
      );
      expect(down.pValue).toBe(up.pValue);
      expect(down.positiveRankSum).toBe(up.negativeRankSum);
      expect(down.z).toBeCloseTo(-up.z, 14);
    };
    fc.assert(fc.property(likert, zeros, swaps), few);
  });

  it("neither the unit nor the order of the changes matters", () => {
    const same = (changes: number[], unit: number) => {
      const other = [...changes].reverse().map((change) => change * unit);
      expect(test(other)).toEqual(test(changes));
    };
    fc.assert(fc.property(likert, fc.constantFrom(2, 8, 0.25, 1024), same), few);
  });

  it("opposite one-sided p-values share the probability of the rank sum seen, once", () => {
    const adds = (changes: number[]) => {
      const greater = test(changes, { alternative: "greater" }).pValue;
      const less = test(changes, { alternative: "less" }).pValue;
      expect(greater + less).toBeGreaterThan(1 - 1e-14);
      expect(Math.min(1, 2 * Math.min(greater, less))).toBeCloseTo(test(changes).pValue, 14);
    };
    fc.assert(fc.property(likert, adds), few);
  });

  it("without zeros both rules agree", () => {
    const noZeros = likert.map((changes) => changes.filter((change) => change !== 0));
    const agree = (changes: number[]) => {
      expect(test(changes, { zeros: "pratt" }).pValue).toBe(test(changes, { zeros: "wilcoxon" }).pValue);
    };
    fc.assert(fc.property(noZeros, agree), few);
  });

  it("keeps every digit of a tail of 2 to the power of -999", () => {
    const shift = Array.from({ length: 1000 }, (_, person) => person + 1);
    expect(test(shift).pValue).toBe(2 ** -999);
    expect(test(shift, { alternative: "greater" }).pValue).toBe(2 ** -1000);
    expect(test(shift, { alternative: "less" }).pValue).toBe(1);
  });

  it("says so when more people than the limit make it approximate", () => {
    const many = Array.from({ length: 1001 }, (_, person) => (person % 9 < 4 ? -1 : 1) * (1 + (person % 7)));
    expect(test(many).method).toBe("Wilcoxon signed-rank, normal approximation");
    expect(test(many.slice(0, 300)).method).toBe("Wilcoxon signed-rank, exact");
    const approximate = test(many.slice(0, 300), { exactUpTo: 0 }).pValue;
    expect(relativeError(approximate, test(many.slice(0, 300)).pValue)).toBeLessThan(0.02);
    expect(test([1, 2], { exactUpTo: 0, continuityCorrection: true }).method).toMatch(
      /continuity correction$/,
    );
  });

  it("counts everyone: zeros, ties and those used", () => {
    expect(test([0, 2, -2, 1, 0, 3])).toMatchObject({ n: 6, nUsed: 4, nZero: 2, nTied: 2, zeros: "pratt" });
  });

  it("is unavailable without people or without change, and refuses what is no number", () => {
    expect(signedRankTest([])).toEqual(unavailable("no pairs"));
    expect(signedRankTest([0, 0, -0])).toEqual(unavailable("nobody changed"));
    expect(() => signedRankTest([1, NaN])).toThrow(
      "signedRankTest: differences[1]: expected a finite number, got NaN",
    );
    expect(() => signedRankTest([1], { exactUpTo: 1001 })).toThrow(
      "signedRankTest: exactUpTo: expected a whole number, 0 to 1000, got 1001",
    );
  });
});

describe("differences", () => {
  it("see as ties what is tied on paper", () => {
    const before = [1.1, 2.3, 0.7, 4.9];
    const after = before.map((score) => score + 0.2);
    expect(new Set(before.map((score, person) => after[person]! - score)).size).toBeGreaterThan(1);
    expect(differences(before, after)).toEqual([0.2, 0.2, 0.2, 0.2]);
  });

  it("of whole numbers and of quarters are as they are, at any size", () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), {
      maxLength: 8,
    });
    const exact = (pairs: [number, number][], unit: number) => {
      const before = pairs.map(([first]) => first * unit);
      const after = pairs.map(([, second]) => second * unit);
      differences(before, after).forEach((change, person) =>
        expect(relativeError(change, after[person]! - before[person]!)).toBeLessThan(1e-9),
      );
    };
    fc.assert(
      fc.property(scores, fc.constantFrom(1, 0.25, 1e6, 1e-6, 1e15, 1e-15, 1e300, 1e-300), exact),
      few,
    );
  });

  it("refuse lists of different lengths and scores that are no numbers", () => {
    expect(() => differences([1], [])).toThrow("differences: after: expected 1 values");
    expect(() => differences([1], [Infinity])).toThrow("differences: after[0]: expected a finite number");
  });
});

describe("sign flips", () => {
  it("are as many as there are subsets", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 });
    const total = (list: number[]) => {
      expect(countSignFlips(list, 72).reduce((sum, count) => sum + count, 0)).toBe(2 ** list.length);
    };
    fc.assert(fc.property(scores, total), few);
  });

  it("have tails that add up to one at every limit, zeros among the scores or not", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 });
    const complement = (list: number[], limit: number) => {
      const sum = list.reduce((all, score) => all + score, 0);
      expect(signFlipLowerTail(list, limit) + signFlipLowerTail(list, sum - limit - 1)).toBeCloseTo(1, 14);
    };
    fc.assert(fc.property(scores, fc.integer({ min: -2, max: 80 }), complement), few);
  });

  it("stop at 1000 scores and at whole ones", () => {
    expect(() => countSignFlips(new Array<number>(1001).fill(1), 3)).toThrow(
      "countSignFlips: scores: expected at most 1000",
    );
    expect(() => countSignFlips([0.5], 3)).toThrow("countSignFlips: scores[0]: expected a whole number");
  });
});

describe("Hodges-Lehmann", () => {
  const untied = fc
    .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 6, maxLength: 14 })
    .map((sizes) => sizes.map((size) => (size % 3 === 0 ? -size : size) * 1.000001 ** size));

  it("its interval holds the shifts the exact test does not reject, and no others", () => {
    const dual = (changes: number[]) => {
      const { low, high } = typical(changes).interval as WalshInterval;
      const pAt = (shift: number) => test(changes.map((change) => change - shift)).pValue;
      const hair = 1e-7;
      expect(pAt(low - hair)).toBeLessThanOrEqual(0.05);
      expect(pAt(low + hair)).toBeGreaterThan(0.05);
      expect(pAt(high - hair)).toBeGreaterThan(0.05);
      expect(pAt(high + hair)).toBeLessThanOrEqual(0.05);
    };
    fc.assert(fc.property(untied, dual), few);
  });

  it("moves and stretches with the changes", () => {
    const moves = (changes: number[]) => {
      const before = typical(changes);
      const after = typical(changes.map((change) => 5 - 2 * change));
      expect(after.estimate).toBeCloseTo(5 - 2 * before.estimate, 9);
      const [first, second] = [before.interval as WalshInterval, after.interval as WalshInterval];
      expect(second.low).toBeCloseTo(5 - 2 * first.high, 9);
      expect(second.high).toBeCloseTo(5 - 2 * first.low, 9);
    };
    fc.assert(fc.property(untied, moves), few);
  });

  it("says what level it reached, and that few people or equal changes reach none", () => {
    expect(typical([1, 2, 3, 4, 5]).interval).toEqual(
      unavailable("too few pairs: 5 reach a level of 0.9375 at most, not 0.95"),
    );
    expect(typical([1, 2, 3, 4, 5], 0.9375).interval).toMatchObject({
      low: 1,
      high: 5,
      attainedLevel: 0.9375,
    });
    expect(typical([1, 2, 3, 4, 5, 6]).interval).toMatchObject({ low: 1, high: 6, attainedLevel: 0.96875 });
    expect(typical([2, 2, 2, 2, 2, 2, 2])).toMatchObject({
      estimate: 2,
      interval: unavailable("every change is the same"),
    });
    expect(typical([4])).toMatchObject({ estimate: 4, interval: { kind: "unavailable" } });
    expect(hodgesLehmann([])).toEqual(unavailable("no pairs"));
  });

  it.each([
    { answers: [-1, 0, 1], people: 8, level: 0.95 },
    { answers: [-2, -1, 0, 1, 2], people: 6, level: 0.9 },
    { answers: [-3, -1, 1, 3], people: 6, level: 0.9 },
  ])(
    "with ties covers the centre of $answers at least as often as it says, over every sample of $people",
    (design) => {
      const { answers, people, level } = design;
      let [misses, attained] = [0, 0];
      const samples = answers.length ** people;
      for (let sample = 0; sample < samples; sample += 1) {
        const changes = Array.from(
          { length: people },
          (_, person) => answers[Math.floor(sample / answers.length ** person) % answers.length]!,
        );
        const { interval } = typical(changes, level);
        if (interval.kind === "unavailable") continue;
        attained = interval.attainedLevel;
        if (interval.low > 0 || interval.high < 0) misses += 1;
      }
      expect(attained).toBeGreaterThanOrEqual(level);
      expect(1 - misses / samples).toBeGreaterThanOrEqual(attained);
    },
  );

  it("goes over to the normal approximation without a jump", () => {
    const many = Array.from({ length: 1001 }, (_, person) => Math.sin(person) + 0.01 * person);
    const [exact, approximate] = [typical(many.slice(1)), typical(many)];
    expect(approximate.method).toBe("Hodges-Lehmann, order statistics by normal approximation");
    const [first, second] = [exact.interval as WalshInterval, approximate.interval as WalshInterval];
    expect(Math.abs(first.low - second.low) + Math.abs(first.high - second.high)).toBeLessThan(0.05);
  });
});

describe("sign test and rank-biserial", () => {
  it("the sign test is the signed-rank test of changes of one size", () => {
    const same = (changes: number[]) => {
      const signs = changes.map(Math.sign);
      for (const alternative of ["two-sided", "greater", "less"] as const)
        expect((signTest(changes, alternative) as SignTest).pValue).toBeCloseTo(
          test(signs, { alternative }).pValue,
          13,
        );
    };
    fc.assert(fc.property(likert, same), few);
  });

  it("the rank-biserial goes from -1, all down, to 1, all up, and zeros by Pratt bring it nearer to 0", () => {
    const share = (changes: readonly number[], rule?: "pratt" | "wilcoxon") =>
      (matchedRankBiserial(changes, rule) as RankBiserial).estimate;
    expect([share([1, 2, 2]), share([-1, -5]), share([0, 0, 3])]).toEqual([1, -1, 1]);
    const nearer = (changes: number[]) => {
      expect(Math.abs(share(changes))).toBeLessThanOrEqual(1);
      if (!changes.includes(0)) expect(share(changes, "pratt")).toBe(share(changes));
      expect(
        share(
          changes.map((change) => -change),
          "pratt",
        ),
      ).toBeCloseTo(-share(changes, "pratt"), 14);
    };
    fc.assert(fc.property(likert, nearer), few);
    expect(share([0, 0, 3], "pratt")).toBe(0.5);
  });

  it("say when there is nothing to go by", () => {
    for (const statistic of [signTest, matchedRankBiserial]) {
      expect(statistic([])).toEqual(unavailable("no pairs"));
      expect(statistic([0])).toEqual(unavailable("nobody changed"));
      expect(() => statistic([Infinity])).toThrow("differences[0]: expected a finite number, got Infinity");
    }
  });
});

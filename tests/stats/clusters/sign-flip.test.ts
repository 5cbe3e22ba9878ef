import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signFlipTest } from "../../../src/stats/clusters/sign-flip.js";
import { available, clusters, few, sixTrusts, stretched } from "./clusters.js";

const singles = (means: readonly number[]) => means.map((mean) => [mean]);
const test = (groups: readonly (readonly number[])[], options = {}) =>
  available(signFlipTest(groups, options))!;

describe("signFlipTest", () => {
  it("agrees with every sign change written out", () => {
    const agrees = (groups: number[][]) => {
      const means = groups.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
      const size = (signs: number) =>
        Math.abs(means.reduce((sum, mean, bit) => sum + ((signs >> bit) & 1 ? -mean : mean), 0));
      const all = Array.from({ length: 2 ** means.length }, (_, signs) => size(signs));
      const asFar = all.filter((one) => one >= size(0) - 1e-9).length;
      return test(groups).pValue === asFar / all.length;
    };
    fc.assert(fc.property(clusters, agrees), few);
  });

  it("a value inside the interval is not rejected, and one just outside is", () => {
    const isDual = (groups: number[][]) => {
      const { low, high } = test(groups, { level: 0.75 });
      if (low === null || high === null) return groups.length < 3;
      const pAt = (nullValue: number) => test(groups, { nullValue }).pValue;
      return (
        pAt(low) > 0.25 &&
        pAt(high) > 0.25 &&
        pAt(low - 1e-6) <= 0.25 &&
        pAt(high + 1e-6) <= 0.25 &&
        low <= high
      );
    };
    fc.assert(fc.property(clusters, isDual), few);
  });

  it("does not mind the order of clusters, nor the unit", () => {
    const isSame = (groups: number[][]) => {
      const [one, other] = [test(groups), test(stretched([...groups].reverse(), 3, 0))];
      return one.pValue === other.pValue && one.smallestPValue === other.smallestPValue;
    };
    fc.assert(fc.property(clusters, isSame), few);
  });

  it("says the smallest p-value that so many clusters can give", () => {
    for (const k of [2, 5, 6, 10, 20]) {
      const positive = test(singles(Array.from({ length: k }, (_, index) => 1 + index / 7)));
      expect(positive.pValue).toBe(2 / 2 ** k);
      expect(positive.smallestPValue).toBe(2 / 2 ** k);
    }
  });

  it("a mean equal to the value tested has no sign to change", () => {
    expect(test(singles([0, 1, 2, 3]))).toMatchObject({ zeros: 1, smallestPValue: 0.25, pValue: 0.25 });
    expect(test([[0.1, 0.5], [1], [2]], { nullValue: 0.1 + 0.2 }).zeros).toBe(1);
    expect(test(singles([0, 0, 0]))).toMatchObject({ zeros: 3, smallestPValue: 1, pValue: 1 });
  });

  it("means that are all equal are tested all the same", () => {
    expect(test(singles([1, 1, 1, 1, 1, 1]))).toMatchObject({ pValue: 1 / 32, low: 1, high: 1 });
  });

  it("five clusters have no limits at 95%", () => {
    expect(test(sixTrusts.slice(0, 5))).toMatchObject({ low: null, high: null, smallestPValue: 1 / 16 });
    expect(test(sixTrusts).low).not.toBeNull();
  });

  it("one cluster says nothing: p is 1 and there are no limits", () => {
    expect(test([[4, 5]])).toMatchObject({ pValue: 1, smallestPValue: 1, low: null, high: null });
  });

  it("rounding does not part ties", () => {
    expect(test(singles([0.1, 0.2, -0.3, 0.6])).pValue).toBe(test(singles([1, 2, -3, 6])).pValue);
  });

  it("no clusters, and more than twenty, are unavailable; an empty one is listed", () => {
    expect(signFlipTest([])).toMatchObject({ kind: "unavailable" });
    expect(signFlipTest(singles(Array.from({ length: 21 }, (_, index) => index)))).toMatchObject({
      kind: "unavailable",
      reason: "more than 20 clusters, too many sign changes to go through",
    });
    expect(test([[1], [], [2]]).leftOut).toEqual([{ index: 1, reason: "no values" }]);
  });
});

import { describe, expect, it } from "vitest";
import { drawFactors } from "../../../src/costs/uncertainty/draw-factors.js";
import { gradeOf, lineInputs } from "../../../src/costs/uncertainty/line-input.js";
import { costModel } from "../../../src/costs/uncertainty/cost-model.js";
import { summariseDraws } from "../../../src/costs/simulated-summary.js";
import type { EvidenceGrade } from "../../../src/validate/cost-return.js";
import { cohort, costReturn, costStudy, other, uncertainty } from "../fixture.js";
import { shippedFigures } from "../figures-file.js";
import reference from "../../reference/economics.json" with { type: "json" };

/** Draws of the factor of one amount. */
function factorOf(evidence: EvidenceGrade, change: Partial<ReturnType<typeof uncertainty>>): Float64Array {
  const settings = uncertainty({ draws: 100_000, ...change });
  const returns = [costReturn("A", { other: [other({ evidence })] })];
  const study = costStudy(["A"], { uncertainty: uncertainty({ draws: 1000 }) });
  const { repriced, priced } = costModel(study, returns, [cohort("A")], shippedFigures)!;
  const inputs = lineInputs(repriced.lines([]), priced.card, settings);
  return drawFactors(inputs, settings, 11).get("A/other/1")!;
}

describe("the factor of an amount", () => {
  it.each(reference.gamma)(
    "within $half either way has the quantiles of R's gamma",
    ({ half, sd, low, high }) => {
      const { mean, standardDeviation, monteCarloError, quantiles } = summariseDraws(
        factorOf("guessed", { guessed: half }),
      );
      expect(Math.abs(mean - 1)).toBeLessThan(4 * monteCarloError);
      expect(standardDeviation / sd).toBeCloseTo(1, 1);
      expect(Math.abs(quantiles[0]!.value - low)).toBeLessThan(5 * quantiles[0]!.monteCarloError);
      expect(Math.abs(quantiles[2]!.value - high)).toBeLessThan(5 * quantiles[2]!.monteCarloError);
    },
  );

  it.each(reference.pert)("elicited from $low to $high has the moments of R's beta", (pert) => {
    const range = {
      category: "premises" as const,
      low: pert.low,
      likely: pert.mode,
      high: pert.high,
      source: "s",
    };
    const found = summariseDraws(factorOf("recorded", { ranges: [range] }));
    expect(Math.abs(found.mean - pert.mean)).toBeLessThan(4 * found.monteCarloError);
    expect(found.standardDeviation / pert.sd).toBeCloseTo(1, 1);
    const median = found.quantiles[1]!;
    expect(Math.abs(median.value - pert.median)).toBeLessThan(5 * median.monteCarloError);
  });
});

describe("gradeOf", () => {
  it("joins points that differ in years, and keeps the rates of locally employed doctors apart", () => {
    expect(gradeOf("consultant.T1.yr0-2")).toBe(gradeOf("consultant.T4.yr14+"));
    expect(gradeOf("band8a.entry")).not.toBe(gradeOf("band8b.entry"));
    expect(gradeOf("LED.MT01")).not.toBe(gradeOf("LED.MT02"));
  });
});

import { describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { EstimateData } from "../../../src/costs/estimate/estimate-data.js";
import { curveChart } from "../../../src/estimate/page/answer/curve-chart.js";
import { curveWords } from "../../../src/estimate/page/answer/curve.js";
import { trendWords } from "../../../src/estimate/page/answer/curve-trend.js";
import { data, inputs } from "./page.js";

const labelOf = (svg: string) => /aria-label="([^"]*)"/.exec(svg)![1]!;

/** The assumptions with only what is paid for each IMG. */
const eachOnly: EstimateData = {
  ...data,
  assumptions: {
    ...data.assumptions,
    items: data.assumptions.items.filter(({ basis, groupSize }) => basis === "each IMG" && !groupSize),
  },
};

describe("the words of the chart of cohort sizes", () => {
  it("say that the average falls, from what to what, where it does", () => {
    const made = estimate(inputs, data);
    expect(labelOf(curveChart(made, 640))).toMatch(
      /^Line chart\. The average cost of each IMG falls from about £[\d,]+ with 1 IMG to about £[\d,]+ with \d+ IMGs\. The numbers stand below\.$/,
    );
    expect(curveWords(made)).toContain("are shared among more");
  });

  it("say that it stays the same where nothing is shared", () => {
    const made = estimate(inputs, eachOnly);
    expect(made.totals.central.totalPence).toBeGreaterThan(0);
    expect(labelOf(curveChart(made, 640))).toMatch(/is about £[\d,]+, whatever their number\./);
    expect(curveWords(made)).not.toContain("shared");
  });

  it("say that it rises where it does", () => {
    const point = (imgs: number, central: number) => ({ imgs, average: { low: 0, central, high: central } });
    expect(trendWords([point(1, 100), point(2, 90), point(3, 150)])).toBe(
      "The average cost of each IMG rises from about £100 with 1 IMG to about £150 with 3 IMGs.",
    );
  });
});

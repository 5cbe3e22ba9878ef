import { describe, expect, it } from "vitest";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import { curveWords } from "../../../src/estimate/page/answer/curve.js";
import { data, dataWith, inputsWith, poundsItem } from "./data.js";

describe("an estimate tells truly", () => {
  it("no scenario about buddies where their time is not counted", () => {
    const ids = (perspective: "trust-cash" | "trust-economic") =>
      estimate(inputsWith({ perspective }), data).scenarios.map(({ id }) => id);
    expect(ids("trust-economic")).toContain("buddies-unpaid");
    expect(ids("trust-cash").filter((id) => id.startsWith("buddies"))).toEqual([]);
  });

  it("buddies who give their time free still cost what is bought for them", () => {
    const bought = poundsItem(100, { component: "ENB-01" });
    const time = poundsItem(2, { component: "ENB-01", payPoint: "band6.mid" });
    const { scenarios } = estimate(inputsWith({ components: ["ENB-01"] }), dataWith(bought, time));
    expect(scenarios.find(({ id }) => id === "buddies-unpaid")!.totalPence.central).toBe(100_00);
  });

  it("overheads that were declared and are not counted", () => {
    const { leftOut } = estimate(inputsWith({ perspective: "trust-cash", overheads: 0.15 }), data);
    expect(leftOut.map(({ what }) => what)).toContain("overheads of 15%");
  });

  it("costs that are shared among more only where there are some", () => {
    const each = poundsItem(10, { basis: "each IMG" });
    expect(curveWords(estimate(inputsWith(), dataWith(each)))).not.toContain("shared");
    expect(curveWords(estimate(inputsWith(), dataWith(each, poundsItem(10))))).toContain("shared");
  });

  it("magnitudes as its own: no item names a public page as the source of its figure", () => {
    expect(new Set(data.assumptions.items.map(({ source }) => source))).toEqual(
      new Set(["assumption of pilot-eval"]),
    );
  });
});

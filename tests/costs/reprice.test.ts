import { describe, expect, it } from "vitest";
import { repriceReturn } from "../../src/costs/reprice.js";
import { priceReturns } from "../../src/costs/trust-costs.js";
import { shippedFigures } from "./figures-file.js";
import { cohort, costReturn, costStudy, other, staff } from "./fixture.js";

const index = new Map([
  ["2025/26", 0.1],
  ["2026/27", 0.025],
]);
const returned = costReturn("A", {
  priceYear: "2024/25",
  other: [other({ amountPence: 10_001 })],
  staff: [staff()],
});

describe("a return at another year's prices", () => {
  it("has each amount brought to the price year and rounded once; hours stay as they are", () => {
    const { value, issues } = repriceReturn(returned, "2026/27", index);
    expect(issues).toEqual([]);
    // 100.01 x 1.1 x 1.025 = 112.761275
    expect(value.other[0]!.amountPence).toBe(11_276);
    expect(value.staff).toEqual(returned.staff);
    expect(value.other[0]!.repriced).toMatchObject({ statedPence: 10_001, from: "2024/25", to: "2026/27" });
  });

  it("has it told in the working of each line", () => {
    const { value } = repriceReturn(returned, "2026/27", index);
    const { trusts } = priceReturns(costStudy(["A"]), [value], [cohort("A")], shippedFigures);
    const line = trusts[0]!.ledger.find(({ id }) => id === "A/other/1")!;
    expect(line.working).toBe("£100.01 at prices of 2024/25 x 1.127500 = £112.76 x 1 whole period = £112.76");
    expect(line.repricedFrom).toBe("2024/25");
  });

  it("is refused when the index has not every year, and left alone at the study's own prices", () => {
    const { issues } = repriceReturn(returned, "2026/27", new Map([["2026/27", 0.025]]));
    expect(issues).toMatchObject([
      { severity: "error", at: { file: "costs/a.xlsx", sheet: "Cover" }, found: "none for 2025/26" },
    ]);
    const same = { ...returned, priceYear: "2026/27" };
    expect(repriceReturn(same, "2026/27", new Map())).toEqual({ value: same, issues: [] });
  });
});
